using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Similarities;

/// <summary>
/// Which judges prefer alike? Weights are compared within a group, on the properties that both judges have, and then averaged over groups, so that
/// a judge's preference is never mixed with the share of scenarios in its data (paper, §4.1).
/// </summary>
public static class Similarity
{
    /// <summary>Fewest properties in common for a similarity to be stated.</summary>
    public const int FewestProperties = 3;

    /// <summary>
    /// The groups that a similarity of these judges is a mean over when none is named: the 11 scenarios where every judge has weights of each, as in the paper;
    /// else <c>all</c>, so that a scenario more or less changes nothing. Only where no judge has weights of <c>all</c>, what scenarios, or else groups, there are.
    /// </summary>
    public static IReadOnlyList<string> DefaultGroups(IEnumerable<JudgeWeights> weights)
    {
        var ofJudges = weights.GroupBy(one => one.Judge, one => one.Group, StringComparer.Ordinal).Select(groups => groups.ToHashSet(StringComparer.Ordinal)).ToList();
        if (ofJudges.Count > 0 && ofJudges.TrueForAll(groups => groups.IsSupersetOf(Group.PublishedScenarios))) return Group.PublishedScenarios;
        if (ofJudges.Count == 0 || ofJudges.Exists(groups => groups.Contains(Group.All))) return [Group.All];
        var present = ofJudges.SelectMany(groups => groups).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return present.Intersect(Group.PublishedScenarios, StringComparer.Ordinal).ToArray() is { Length: > 0 } scenarios ? scenarios : present;
    }

    /// <summary>The similarity of every two judges, in the order in which the judges first appear.</summary>
    /// <param name="weights">Weights, each judge and group once, in any order.</param>
    /// <param name="metric">The metric; Pearson where <see langword="null"/>.</param>
    /// <param name="groups">Groups to average over; <see cref="DefaultGroups"/> where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">A judge has two sets of weights in one group.</exception>
    public static SimilarityMatrix Of(IReadOnlyList<JudgeWeights> weights, ISimilarityMetric? metric = null, IReadOnlyList<string>? groups = null)
    {
        metric ??= SimilarityMetrics.Pearson;
        groups ??= DefaultGroups(weights);
        var judges = weights.Select(one => one.Judge).Distinct().ToArray();
        var byKey = new Dictionary<(string, string), JudgeWeights>();
        foreach (var one in weights)
        {
            if (!byKey.TryAdd((one.Judge, one.Group), one))
                throw new ArgumentException($"Judge '{one.Judge}' has two sets of weights in group '{one.Group}'.", nameof(weights));
        }
        var cells = judges.Select(_ => new SimilarityCell[judges.Length]).ToArray();
        for (var i = 0; i < judges.Length; i++)
        {
            for (var j = i; j < judges.Length; j++)
            {
                cells[i][j] = cells[j][i] = MeanOverGroups(metric, groups.Select(group =>
                    (byKey.GetValueOrDefault((judges[i], group)), byKey.GetValueOrDefault((judges[j], group)))));
            }
        }
        return new SimilarityMatrix(judges, cells, metric.Name, groups);
    }

    /// <summary>How alike two sets of weights are, on the properties that both have.</summary>
    public static SimilarityCell Between(JudgeWeights one, JudgeWeights other, ISimilarityMetric? metric = null)
    {
        metric ??= SimilarityMetrics.Pearson;
        // Sorted, so that the order in which properties were stored does not change a digit.
        var common = one.Values.Keys.Where(other.Values.ContainsKey).Order(StringComparer.Ordinal).ToArray();
        if (common.Length < FewestProperties)
            return new SimilarityCell(null, $"{common.Length} properties in common, fewer than {FewestProperties}", 0, common.Length);
        var value = metric.Of([.. common.Select(property => one.Values[property])], [.. common.Select(property => other.Values[property])]);
        return value is { } found && double.IsFinite(found)
            ? new SimilarityCell(found, null, 1, common.Length)
            : new SimilarityCell(null, "the weights of one judge do not vary", 0, common.Length);
    }

    private static SimilarityCell MeanOverGroups(ISimilarityMetric metric, IEnumerable<(JudgeWeights? One, JudgeWeights? Other)> groups)
    {
        var cells = new List<SimilarityCell>();
        foreach (var (one, other) in groups)
        {
            if (one is not null && other is not null) cells.Add(Between(one, other, metric));
        }
        if (cells.Count == 0) return new SimilarityCell(null, "no group in common", 0, 0);
        var defined = cells.FindAll(cell => cell.Value is not null);
        return defined.Count == 0
            ? new SimilarityCell(null, cells[0].Reason, 0, cells.Max(cell => cell.Properties))
            : new SimilarityCell(defined.Average(cell => cell.Value!.Value), null, defined.Count, defined.Min(cell => cell.Properties));
    }
}
