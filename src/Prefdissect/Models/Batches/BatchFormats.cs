using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Batches;

/// <summary>The batch formats there are.</summary>
public static class BatchFormats
{
    /// <summary>OpenAI's, which Azure and vLLM take too.</summary>
    public static IBatchFormat OpenAi { get; } = new OpenAiBatch();

    /// <summary>Anthropic's.</summary>
    public static IBatchFormat Anthropic { get; } = new AnthropicBatch();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBatchFormat> All { get; } = [OpenAi, Anthropic];

    /// <summary>The format that suits a model: Anthropic's for a model of theirs, else OpenAI's.</summary>
    public static IBatchFormat For(NamedModel model) => model.Endpoint.Model.StartsWith("claude", StringComparison.OrdinalIgnoreCase) ? Anthropic : OpenAi;
}
