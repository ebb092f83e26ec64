using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>A pair in a list of samples. Its texts are hostile: escape them.</summary>
/// <param name="Id">The pair's content hash.</param>
/// <param name="Row">Its row id in the study.</param>
/// <param name="Query">A piece of the query.</param>
/// <param name="A">A piece of response A.</param>
/// <param name="B">A piece of response B.</param>
public sealed record SampleRow(ContentHash Id, long Row, Excerpt Query, Excerpt A, Excerpt B)
{
    /// <summary>Whether the query is a conversation.</summary>
    public bool IsMultiTurn { get; init; }

    /// <summary>Whether both responses are the same text.</summary>
    public bool HasEqualResponses { get; init; }

    /// <summary>Whether a response shows signs of manipulation.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Whether the pair or a vote on it was made by the simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Its scenarios, each once.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>The votes of each judge, by its name.</summary>
    public IReadOnlyList<CountedVotes> Votes { get; init; } = [];
}
