using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>The judges of a study beside the published judges nearest to them.</summary>
public static class StudySimilarity
{
    private const int NearestOfEach = 2;

    /// <summary>
    /// The Pearson matrix of the study's judges on group <c>all</c> and, of each, the two nearest published judges (means over the 11 scenarios);
    /// <see langword="null"/> where no judge is fitted on <c>all</c>.
    /// </summary>
    public static SimilarityMatrix? Of(DissectionView view)
    {
        var judges = view.Fits.Where(fit => fit.Subject.Group == Group.All && fit.Weights.Count > 0).Select(fit => fit.PosteriorMeans).ToList();
        if (judges.Count == 0) return null;
        var nearest = judges
            .SelectMany(weights => view.Nearest.TryGetValue(weights.Judge, out var ranking) ? ranking.Take(NearestOfEach) : [])
            .Select(near => near.Judge)
            .Distinct(StringComparer.Ordinal)
            .Where(name => judges.TrueForAll(weights => weights.Judge != name))
            .Select(name => PublishedJudges.MeanWeights(name) with { Judge = name });
        return Similarity.Of([.. judges, .. nearest], groups: [Group.All]);
    }
}
