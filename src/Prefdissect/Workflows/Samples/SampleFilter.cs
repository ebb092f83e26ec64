using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>
/// Which pairs of a study are wanted; everything that is set must hold. A is the pair's first response in canonical order, B its second, whatever a judge saw. Pairs with equal
/// responses are among them.
/// </summary>
public sealed record SampleFilter
{
    /// <summary>Every pair.</summary>
    public static SampleFilter None { get; } = new();

    /// <summary>Words, and phrases between quotation marks, each of which stands in the query, an earlier turn or a response.</summary>
    public string? Text { get; init; }

    /// <summary>A scenario or another group (<see cref="Group"/>), to which a vote on the pair belongs or its query is told to.</summary>
    public string? Scenario { get; init; }

    /// <summary>How the responses differ in a property.</summary>
    public PropertyDifference? Property { get; init; }

    /// <summary>What a judge voted.</summary>
    public VoteCondition? Vote { get; init; }

    /// <summary>Judges of whom one is for A and another for B.</summary>
    public Disagreement? Disagree { get; init; }

    /// <summary>A judge most of whose votes are for the other response than its fit on all pairs predicts.</summary>
    public string? ModelWrong { get; init; }

    /// <summary>A judge and a property that moves its fit's prediction the most.</summary>
    public DecisiveProperty? DecidedBy { get; init; }

    /// <summary>Whether a response must show signs of manipulation.</summary>
    public bool Flagged { get; init; }

    /// <summary>Whose ratings tell about properties, where several annotators rated.</summary>
    public string? Annotator { get; init; }
}
