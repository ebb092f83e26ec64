using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A pair as a list shows it. Its texts are hostile and cut short.</summary>
/// <param name="Row">Row id.</param>
/// <param name="Id">The pair's content hash.</param>
/// <param name="Query">The beginning of the query's last turn.</param>
/// <param name="First">The beginning of the first response in canonical order.</param>
/// <param name="Second">The beginning of the second response.</param>
public sealed record FoundPair(long Row, ContentHash Id, string Query, string First, string Second)
{
    /// <summary>Whether the query is a conversation.</summary>
    public bool IsMultiTurn { get; init; }

    /// <summary>Whether both responses are the same text.</summary>
    public bool HasEqualResponses { get; init; }

    /// <summary>Whether a response shows signs of manipulation.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Whether the pair or a vote on it was made by the simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The scenarios that its votes name, and the one that a classifier told, as groups, each once.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>The votes of each judge, by its name.</summary>
    public IReadOnlyList<CountedVotes> Votes { get; init; } = [];
}
