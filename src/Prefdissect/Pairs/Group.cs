namespace Prefdissect.Pairs;

/// <summary>
/// Names of groups of pairs: <c>all</c>; a scenario or a query-specific subset by its name; a metadata group as <c>column=value</c>.
/// </summary>
public static class Group
{
    /// <summary>Every usable pair.</summary>
    public const string All = "all";

    /// <summary>Fewest usable pairs of a group that is fitted without being asked for.</summary>
    public const int SmallestByDefault = 100;

    /// <summary>The 11 scenarios of the paper (§3.1).</summary>
    public static IReadOnlyList<string> PublishedScenarios { get; } =
    [
        "Advice", "Code", "Communication", "Creative Writing", "Daily Tasks", "Exam Questions", "Functional Writing",
        "Knowledge-aware", "NLP Tasks", "Others", "Unsafe Queries",
    ];

    /// <summary>The five query-specific subsets of the paper, as its files name them.</summary>
    public static IReadOnlyList<string> PublishedSubsets { get; } = ["express_feeling", "intent_unclear", "w_constraints", "w_mistakes", "w_stances"];

    /// <summary>The name of the group of pairs whose metadata column has a value.</summary>
    public static string OfMetadata(string column, string value) => $"{column}={value}";

    /// <summary>The name of a scenario's group; a scenario that would be taken for another kind of group is written <c>scenario=…</c>.</summary>
    public static string OfScenario(string scenario) =>
        scenario.Equals(All, StringComparison.OrdinalIgnoreCase) || scenario.Contains('=') ? OfMetadata("scenario", scenario) : scenario;

    /// <summary>Metadata columns of this prefix name a subset: <c>subset:w_constraints=yes</c> puts a pair into the group <c>w_constraints</c>.</summary>
    public const string SubsetPrefix = "subset:";

    /// <summary>The value of such a column in a pair that belongs to the subset; with another value it is a metadata group like any other.</summary>
    public const string InSubset = "yes";

    /// <summary>The groups that a vote belongs to: all, its scenario, its subsets, and one a metadata column.</summary>
    public static IEnumerable<string> Of(string? scenario, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        yield return All;
        if (!string.IsNullOrEmpty(scenario)) yield return OfScenario(scenario);
        foreach (var (column, value) in metadata)
        {
            var isSubset = column.StartsWith(SubsetPrefix, StringComparison.Ordinal) && value == InSubset;
            yield return isSubset ? column[SubsetPrefix.Length..] : OfMetadata(column, value);
        }
    }
}
