using Prefdissect.Models.Endpoints;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What one model's endpoint can do; null is not known.</summary>
public sealed record ModelCheckEntry(
    string Name, string Model, string Kind, string Address, string Key, string? Problem, string? Software, string? Structured, bool? IgnoresSchema,
    int? ChatLogProbabilities, bool? CompletesText, int? TextLogProbabilities, int? LlamaLogProbabilities, bool? WholeVocabulary,
    string? Tokenizer, int? ContextLength, int? Slots, int? VocabularySize)
{
    /// <summary>The entry of a check.</summary>
    public static ModelCheckEntry Of(ModelCheckResult result)
    {
        var (endpoint, found) = (result.Model.Endpoint, result.Capabilities);
        return new(
            result.Model.Name, endpoint.Model, EndpointDefaults.Of(endpoint.Kind).Name, endpoint.BaseUrl.AbsoluteUri, KeyText(endpoint.Key), result.Problem,
            found.Software, found.Structured?.ToString(), found.IgnoresSchema, found.Chat?.Most, found.CompletesText, found.Text?.Most, found.Llama?.Most,
            found.Llama?.IsWholeVocabulary, found.Tokenizer?.ToString(), found.ContextLength, found.Slots, found.VocabularySize);
    }

    /// <summary>Where a key comes from, in words.</summary>
    public static string KeyText(KeySource key) => key switch
    {
        { File: { } file } => $"file {file}",
        { Variable: { } variable } => $"variable {variable}{(key.IsNeeded ? "" : ", where set")}",
        _ => "none",
    };
}
