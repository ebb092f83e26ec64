using Prefdissect.Models.Costs;

namespace Prefdissect.Workflows.Asking;

/// <summary>What asking would take.</summary>
/// <param name="Estimate">Requests, tokens, cost and time.</param>
/// <param name="IsMeasured">Whether length of answers and time rest on earlier answers of this model in this study; else they are guesses.</param>
public sealed record EstimateResult(WorkEstimate Estimate, bool IsMeasured);
