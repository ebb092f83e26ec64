using Prefdissect.Models.Costs;

namespace Prefdissect.Workflows.Asking;

/// <summary>What asking would take.</summary>
/// <param name="Estimate">Requests, tokens, cost and time; where they are a range, its upper end.</param>
/// <param name="IsMeasured">Whether length of answers and time rest on earlier answers of this model in this study; else they are guesses.</param>
public sealed record EstimateResult(WorkEstimate Estimate, bool IsMeasured)
{
    /// <summary>The lower end of the range; the same where all is known.</summary>
    public required WorkEstimate Least { get; init; }

    /// <summary>What the range rests on, as sentences; <see langword="null"/> where all is known.</summary>
    public string? Assumption { get; init; }

    /// <summary>What was done before and is asked anew because settings or definitions changed, a sentence each.</summary>
    public IReadOnlyList<string> AskedAnew { get; init; } = [];
}
