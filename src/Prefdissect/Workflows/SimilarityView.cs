using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>How alike judges are, ready to be shown.</summary>
/// <param name="Matrix">Each with each.</param>
public sealed record SimilarityView(SimilarityMatrix Matrix)
{
    /// <summary>Why these groups, where none was named; <see langword="null"/> where one was.</summary>
    public string? GroupsReason { get; init; }

    /// <summary>For judges of a study: the published judges, most alike first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NearestJudge>> Nearest { get; init; } = new Dictionary<string, IReadOnlyList<NearestJudge>>();

    /// <summary>
    /// For judges of a study: the posterior of each similarity, another quantity than <see cref="Matrix"/> (<see cref="SimilarityInterval"/>); one row and column a
    /// judge of the matrix, <see langword="null"/> where it cannot be stated. Empty where there are no draws.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<SimilarityInterval?>> Intervals { get; init; } = [];

    /// <summary>The posterior of the similarity of two judges, by their places in the matrix; <see langword="null"/> where it cannot be stated.</summary>
    public SimilarityInterval? IntervalOf(int one, int other) => Intervals.Count > 0 ? Intervals[one][other] : null;

    /// <summary>Judges that are simulated.</summary>
    public IReadOnlySet<string> SimulatedJudges { get; init; } = new HashSet<string>();

    /// <summary>For judges of a study: the fits that are compared.</summary>
    public IReadOnlyList<JudgeFit> Fits { get; init; } = [];

    /// <summary>Hash of the votes behind it, where it is of a study.</summary>
    public string? DataHash { get; init; }

    /// <summary>
    /// A study's judges with published judges beside them, on the same groups; of all pairs a published judge has the mean of its weights over the 11 scenarios. Only means
    /// were published, so that there is no interval for them.
    /// </summary>
    /// <param name="names">Published judges, with or without <see cref="PublishedJudges.Prefix"/>; those that are there already are passed over.</param>
    /// <exception cref="RequestException">There is no such published judge.</exception>
    public SimilarityView With(IReadOnlyList<string> names)
    {
        var bare = names.Select(PublishedJudges.Bare).Distinct(StringComparer.Ordinal).Where(name => !Matrix.Judges.Contains(PublishedJudges.Prefix + name)).ToList();
        if (bare.Find(name => !PublishedJudges.Names.Contains(name)) is { } stranger)
            throw new RequestException($"There is no published judge '{stranger}'. There are {StudySelection.Shortened(PublishedJudges.Names)}.");
        if (bare.Count == 0) return this;
        var weights = Fits.Select(fit => fit.PosteriorMeans).Concat(
            from name in bare
            from one in Matrix.Groups
            where one == Group.All || PublishedJudges.Groups.Contains(one)
            select PublishedJudges.On(name, one) with { Judge = PublishedJudges.Prefix + name });
        var matrix = Similarity.Of([.. weights], SimilarityMetrics.Parse(Matrix.Metric), Matrix.Groups);
        return Among([.. Matrix.Judges, .. bare.Select(name => PublishedJudges.Prefix + name)], matrix);
    }

    /// <summary>Some of the judges, in the order given; what is said of each two is what was said before.</summary>
    /// <exception cref="RequestException">A judge is not there.</exception>
    public SimilarityView Among(IReadOnlyList<string> judges)
    {
        if (judges.FirstOrDefault(judge => !Matrix.Judges.Contains(judge)) is { } stranger)
            throw new RequestException($"No weights of judge '{stranger}' can be compared here; there are {StudySelection.Shortened([.. Matrix.Judges])}.");
        return Among(judges, Matrix);
    }

    private SimilarityView Among(IReadOnlyList<string> judges, SimilarityMatrix matrix)
    {
        var place = matrix.Judges.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        var known = Matrix.Judges.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        // A published judge that none of the groups is known of has no row, and all of its cells say so.
        var none = new SimilarityCell(null, "no group in common", 0, 0);
        return this with
        {
            Matrix = matrix with
            {
                Judges = judges,
                Cells = [.. judges.Select(one => judges.Select(other => place.TryGetValue(one, out var i) && place.TryGetValue(other, out var j) ? matrix[i, j] : none).ToArray())],
            },
            Intervals = Intervals.Count == 0 ? [] :
                [.. judges.Select(one => judges.Select(other => known.TryGetValue(one, out var i) && known.TryGetValue(other, out var j) ? Intervals[i][j] : null).ToArray())],
        };
    }
}
