using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>annotate --estimate --json</c> and <c>reference --estimate --json</c> print.</summary>
public sealed record EstimateDocument(
    Provenance Provenance, string Model, int Requests, long PromptTokens, long AnswerTokens, double? Cost, string? PriceSource, double Seconds, bool Measured,
    int LeastRequests, long LeastPromptTokens, long LeastAnswerTokens, double? LeastCost, double LeastSeconds, string? Assumption, IReadOnlyList<string> AskedAnew,
    IReadOnlyList<PlannedStepEntry> Steps)
{
    /// <summary>The document of an estimate.</summary>
    public static EstimateDocument Of(EstimateResult result, string model, string? priceSource, Provenance provenance)
    {
        var (most, least) = (result.Estimate, result.Least);
        return new(
            provenance, model, most.Requests, most.PromptTokens, most.AnswerTokens, most.Cost, priceSource, most.Time.TotalSeconds, result.IsMeasured,
            least.Requests, least.PromptTokens, least.AnswerTokens, least.Cost, least.Time.TotalSeconds, result.Assumption, result.AskedAnew,
            [.. most.Steps.Select(step => new PlannedStepEntry(step.Step, step.Requests, step.PromptTokens, step.AnswerTokens))]);
    }
}
