using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>Everything that a study says of one pair. A is the first response of its canonical order, B the second. All texts are hostile: escape them.</summary>
/// <param name="Id">The pair's content hash.</param>
/// <param name="Row">Its row id in the study.</param>
/// <param name="Query">What was asked, turn by turn.</param>
/// <param name="A">Response A.</param>
/// <param name="B">Response B.</param>
public sealed record PairDetails(ContentHash Id, long Row, Query Query, PairResponse A, PairResponse B)
{
    /// <summary>Whether both responses are the same text; such a pair is in no fit.</summary>
    public bool HasEqualResponses { get; init; }

    /// <summary>Where the pair came from.</summary>
    public required VoteSource Source { get; init; }

    /// <summary>Whether the pair or a vote on it was made by the simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The groups to which its votes belong, each once: <c>all</c> first, then by name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The scenarios that its votes name, each once.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>The scenario of its query as the classifier told it that counts.</summary>
    public (string Scenario, string Group, string Classifier)? ToldScenario { get; init; }

    /// <summary>Other columns of its votes: each name and value once, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>Reference answers to the query.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What each annotator that rated the pair says, by name; of several versions the last used one stands last.</summary>
    public IReadOnlyList<PairAnnotation> Annotations { get; init; } = [];

    /// <summary>What each judge says, by name.</summary>
    public IReadOnlyList<PairJudgement> Judgements { get; init; } = [];
}
