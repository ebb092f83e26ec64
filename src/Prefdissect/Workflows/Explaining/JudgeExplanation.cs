using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;

namespace Prefdissect.Workflows.Explaining;

/// <summary>What one judge's model says of a pair.</summary>
/// <param name="Judge">The judge; a published one with its prefix.</param>
/// <param name="Group">The group that the model was fitted on.</param>
/// <param name="Annotator">Whose ratings of the pair went in.</param>
/// <param name="Explained">Probability and shares of the properties.</param>
public sealed record JudgeExplanation(string Judge, string Group, AnnotatorIdentity Annotator, PairExplanation Explained)
{
    /// <summary>Whether votes of the judge were simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>Whether votes or ratings have changed since the fit; <see langword="null"/> where that was not looked up, and for published judges.</summary>
    public bool? Stale { get; init; }

    /// <summary>Whether the weights are published ones, without intervals.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The judge's own votes on the pair; <see langword="null"/> where it gave none.</summary>
    public VoteCounts? Votes { get; init; }

    /// <summary>Properties that the model knows and that could not be compared on this pair: they count as equal. Only of published judges; a fit with such a property does not apply.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What is held fixed beside the properties, as a sentence; <see langword="null"/> where nothing is.</summary>
    public string? Held { get; init; }
}
