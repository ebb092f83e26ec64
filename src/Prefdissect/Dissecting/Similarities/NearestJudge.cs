using Prefdissect.Dissecting.Published;

namespace Prefdissect.Dissecting.Similarities;

/// <summary>A published judge and how alike a study's judge is to it.</summary>
/// <param name="Judge">Name of the published judge, with <see cref="PublishedJudges.Prefix"/>.</param>
/// <param name="Similarity">The similarity.</param>
/// <param name="Properties">Number of properties compared: those that both have, of the 29.</param>
public sealed record NearestJudge(string Judge, double Similarity, int Properties)
{
    /// <summary>
    /// The published judges, the most alike first: a judge's weights over its whole study are compared with the mean of each published judge's weights over
    /// the 11 scenarios, on the properties that both have. Empty where no similarity can be stated.
    /// </summary>
    /// <param name="weights">Weights of a judge on group <c>all</c>.</param>
    /// <param name="metric">The metric; Pearson where <see langword="null"/>.</param>
    public static IReadOnlyList<NearestJudge> RankingFor(JudgeWeights weights, ISimilarityMetric? metric = null) =>
    [
        .. PublishedJudges.Names
            .Select(name => (Name: name, Cell: Similarities.Similarity.Between(weights, PublishedJudges.MeanWeights(name), metric)))
            .Where(found => found.Cell.Value is not null)
            .OrderByDescending(found => found.Cell.Value)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new NearestJudge(PublishedJudges.Prefix + found.Name, found.Cell.Value!.Value, found.Cell.Properties)),
    ];
}
