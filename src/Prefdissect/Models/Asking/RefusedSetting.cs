using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Asking;

/// <summary>Which setting of ours to change, where a server names the part of a request that it refuses.</summary>
public static class RefusedSetting
{
    /// <summary>What to do about a refusal; empty where it names no part that there is a setting for.</summary>
    public static string Advice(Endpoint endpoint, ModelFailure failure)
    {
        if (failure.Reason is not (FailureReason.BadRequest or FailureReason.EveryRequestRefused)) return "";
        if (Names("max_completion_tokens") && endpoint.MaxTokensField == "max_tokens") return In("max-tokens-field: max_completion_tokens");
        if (Names("max_completion_tokens")) return In("max-tokens-field: max_tokens");
        if (Names("max_tokens")) return "Give another --max-tokens.";
        if (Names("temperature")) return In("parameters: { temperature: none }");
        if (Names("response_format") || Names("json_schema") || Names("json_object")) return "Find out anew what the server makes of a schema: prefdissect models check, with --study.";
        if (Names("api-version") || Names("api version")) return In("api-version");
        return endpoint.Kind == EndpointKind.Azure && endpoint.ApiVersion is null ? $"If the deployment is one by path, it needs a version. {In("api-version")}" : "";

        bool Names(string part) => failure.Detail.Contains(part, StringComparison.OrdinalIgnoreCase);
        static string In(string setting) => $"Put `{setting}` under the model in {ModelsFile.FileName}.";
    }
}
