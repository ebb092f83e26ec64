using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>One pair of a simulated study: texts, what was planted in them, and what the judges said.</summary>
public sealed record SimulatedPair
{
    /// <summary>A vote's metadata names the query-specific subsets of its pair as <c>subset:NAME</c> = <c>yes</c>, NAME as in <see cref="Group.PublishedSubsets"/>.</summary>
    public const string SubsetPrefix = Group.SubsetPrefix;

    /// <summary>Place in the study, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The query, of one turn.</summary>
    public required Query Query { get; init; }

    /// <summary>The response on side A of every vote.</summary>
    public required Response A { get; init; }

    /// <summary>The response on side B of every vote.</summary>
    public required Response B { get; init; }

    /// <summary>One of <see cref="Group.PublishedScenarios"/>.</summary>
    public required string Scenario { get; init; }

    /// <summary>What the query calls for.</summary>
    public required QueryTraits Traits { get; init; }

    /// <summary>The simulated writer of side A, such as <c>sim-writer-3</c>.</summary>
    public required string WriterA { get; init; }

    /// <summary>The simulated writer of side B; never that of side A.</summary>
    public required string WriterB { get; init; }

    /// <summary>What was planted in A: 29 ratings in the order of <see cref="PublishedProperties.All"/>, in each property's unit.</summary>
    public required IReadOnlyList<Rating> RatingsA { get; init; }

    /// <summary>What was planted in B; as <see cref="RatingsA"/>.</summary>
    public required IReadOnlyList<Rating> RatingsB { get; init; }

    /// <summary>What was planted in A item by item, where the query lists any.</summary>
    public required PlantedItems ItemsA { get; init; }

    /// <summary>What was planted in B; as <see cref="ItemsA"/>.</summary>
    public required PlantedItems ItemsB { get; init; }

    /// <summary>What the judges felt: the sign of each property's comparison of A and B, 0 where it cannot be made; 29 in published order.</summary>
    public required IReadOnlyList<int> Features { get; init; }

    /// <summary>One vote a judge, in the order of the options. Margins are left out: real judges of this kind have none.</summary>
    public required IReadOnlyList<Vote> Votes { get; init; }

    /// <summary>The pair in canonical order.</summary>
    public Pair Pair => new(Query, A, B);
}
