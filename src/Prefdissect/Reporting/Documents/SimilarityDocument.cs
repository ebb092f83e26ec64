using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>
/// What <c>similarity --json</c> prints: how alike judges are, each with each. All matrices have one row and one column a judge, in the order of
/// <see cref="Judges"/>.
/// </summary>
public sealed record SimilarityDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether a judge in it is simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Name of the metric: <c>pearson</c>, <c>spearman</c>, <c>l1</c> or <c>l2</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The group, or in words what the values are means over.</summary>
    public required string Group { get; init; }

    /// <summary>The groups that values are means over.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Why these groups, where none was named; null where one was.</summary>
    public string? GroupsReason { get; init; }

    /// <summary>Names of the judges.</summary>
    public required IReadOnlyList<string> Judges { get; init; }

    /// <summary>The judges whose votes, or part of them, are simulated.</summary>
    public required IReadOnlyList<string> SimulatedJudges { get; init; }

    /// <summary>The similarities; null where one cannot be stated.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Matrix { get; init; }

    /// <summary>
    /// Posterior of each similarity, lower end of its 95 % interval: of the similarity of draws, another quantity than <see cref="Matrix"/>, pulled to 0 by their scatter.
    /// Null where there are no draws; a cell is null where it cannot be stated.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double?>>? Low { get; init; }

    /// <summary>Posterior median of each similarity of draws.</summary>
    public IReadOnlyList<IReadOnlyList<double?>>? Median { get; init; }

    /// <summary>Upper end of the 95 % interval of each similarity of draws.</summary>
    public IReadOnlyList<IReadOnlyList<double?>>? High { get; init; }

    /// <summary>What low, median and high are of, in words; null where there are none.</summary>
    public string? IntervalsOf { get; init; }

    /// <summary>Number of properties that both judges have: the smallest over the groups used.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Properties { get; init; }

    /// <summary>Number of groups that each value is a mean over.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> GroupsUsed { get; init; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Reasons { get; init; }

    /// <summary>For judges of a study: the published judges most like each.</summary>
    public IReadOnlyList<NearestEntry> Nearest { get; init; } = [];

    /// <summary>For judges of a study: the fits compared in which pairs with a flagged response count.</summary>
    public IReadOnlyList<FlaggedFitEntry> Flagged { get; init; } = [];

    /// <summary>The document of a matrix.</summary>
    /// <param name="matrix">The similarities.</param>
    /// <param name="simulatedJudges">Judges that are simulated; others than the matrix's are passed over.</param>
    /// <param name="provenance">Where it comes from.</param>
    public static SimilarityDocument Of(SimilarityMatrix matrix, IReadOnlySet<string> simulatedJudges, Provenance provenance)
    {
        IReadOnlyList<string> simulated = [.. matrix.Judges.Where(simulatedJudges.Contains)];
        return new SimilarityDocument
        {
            Provenance = provenance,
            Simulated = simulated.Count > 0,
            Metric = matrix.Metric,
            Group = SimilarityTables.GroupText(matrix.Groups),
            Groups = matrix.Groups,
            Judges = matrix.Judges,
            SimulatedJudges = simulated,
            Matrix = Each(matrix, cell => cell.Value),
            Properties = Each(matrix, cell => cell.Properties),
            GroupsUsed = Each(matrix, cell => cell.Groups),
            Reasons = Each(matrix, cell => cell.Reason),
        };
    }

    /// <summary>The document of a view: the matrix, with the posterior and the nearest published judges where it is of a study.</summary>
    public static SimilarityDocument Of(SimilarityView view, Provenance provenance) => Of(view.Matrix, view.SimulatedJudges, provenance) with
    {
        GroupsReason = view.GroupsReason,
        Low = Ends(view, interval => interval.Low),
        Median = Ends(view, interval => interval.Median),
        High = Ends(view, interval => interval.High),
        IntervalsOf = view.Intervals.Count == 0 ? null : SimilarityTables.IntervalsText,
        Flagged = FlaggedFitEntry.Of(FlaggedFit.Among(view.Fits)),
        Nearest = NearestEntry.Of(view.Nearest),
    };

    private static IReadOnlyList<IReadOnlyList<double?>>? Ends(SimilarityView view, Func<SimilarityInterval, double> end) => view.Intervals.Count == 0 ? null
        : [.. view.Intervals.Select(row => (IReadOnlyList<double?>)[.. row.Select(interval => interval is null ? (double?)null : end(interval))])];

    private static IReadOnlyList<IReadOnlyList<T>> Each<T>(SimilarityMatrix matrix, Func<SimilarityCell, T> of) =>
        [.. matrix.Cells.Select(row => (IReadOnlyList<T>)[.. row.Select(of)])];
}
