using Prefdissect.Annotating;

namespace Prefdissect.Studies;

/// <summary>What pairs are to be found by a search of the study file; all of it must hold.</summary>
public sealed record PairConditions
{
    /// <summary>Words of terms as <see cref="SearchTerm.Words"/> has them: those of one term stand together in the query with its earlier turns, or in one response.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Words { get; init; } = [];

    /// <summary>A group that votes on the pair, or what a classifier told of its query, put it into.</summary>
    public string? Group { get; init; }

    /// <summary>What most votes of a judge are for.</summary>
    public VoteCondition? Vote { get; init; }

    /// <summary>Judges most of whose votes are for one of the responses.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    /// <summary>Two judges of whom one is for the first response and the other for the second.</summary>
    public (string One, string Other)? Disagreeing { get; init; }

    /// <summary>Whether any two judges must disagree in that way.</summary>
    public bool AnyDisagree { get; init; }

    /// <summary>Whether a response must show signs of manipulation.</summary>
    public bool Flagged { get; init; }

    /// <summary>A property that an annotator must have rated differently on the two sides. Not every difference in ratings is one that a comparison counts.</summary>
    public (AnnotatorIdentity Annotator, string Property)? Unequal { get; init; }

    /// <summary>Whether nothing is asked, so that every pair is found.</summary>
    public bool IsEmpty => this is { Words.Count: 0, Group: null, Vote: null, Decided.Count: 0, Disagreeing: null, AnyDisagree: false, Flagged: false, Unequal: null };
}
