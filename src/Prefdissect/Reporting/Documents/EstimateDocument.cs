using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>annotate --estimate --json</c> and <c>reference --estimate --json</c> print.</summary>
public sealed record EstimateDocument(
    Provenance Provenance, string Model, int Requests, long PromptTokens, long AnswerTokens, double? Cost, string? PriceSource, double Seconds, bool Measured, IReadOnlyList<PlannedStepEntry> Steps)
{
    /// <summary>The document of an estimate.</summary>
    public static EstimateDocument Of(EstimateResult result, string model, string? priceSource, Provenance provenance) => new(
        provenance, model, result.Estimate.Requests, result.Estimate.PromptTokens, result.Estimate.AnswerTokens, result.Estimate.Cost, priceSource, result.Estimate.Time.TotalSeconds, result.IsMeasured,
        [.. result.Estimate.Steps.Select(step => new PlannedStepEntry(step.Step, step.Requests, step.PromptTokens, step.AnswerTokens))]);
}
