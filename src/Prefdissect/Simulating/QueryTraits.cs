using Prefdissect.Pairs;

namespace Prefdissect.Simulating;

/// <summary>What a query calls for beyond an answer (paper, §3.2: the query-specific properties).</summary>
public sealed record QueryTraits
{
    /// <summary>Demands made expressly, as sentences of the query.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Opinions stated, as clauses of the query.</summary>
    public IReadOnlyList<string> Stances { get; init; } = [];

    /// <summary>Wrong statements made, as sentences of the query.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>Whether it is unclear what is wanted.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>Whether the user expresses feelings.</summary>
    public bool ExpressesFeelings { get; init; }

    /// <summary>The query-specific subsets that the pair belongs to, by their published names, in the order of <see cref="Group.PublishedSubsets"/>.</summary>
    public IReadOnlyList<string> Subsets
    {
        get
        {
            bool[] belongs = [ExpressesFeelings, IsUnclear, Constraints.Count > 0, Mistakes.Count > 0, Stances.Count > 0];
            return [.. Group.PublishedSubsets.Where((_, i) => belongs[i])];
        }
    }
}
