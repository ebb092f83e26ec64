using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>How alike judges are: the published ones, those of a folder of weights, or those of a study.</summary>
public static class SimilarityWorkflow
{
    private const int ManyFits = 64;
    private const int FewDraws = 1000;

    /// <summary>The published judges with each other.</summary>
    /// <exception cref="RequestException">There is no such group.</exception>
    public static SimilarityView Published(ISimilarityMetric metric, string? group) => Chosen(Matrix(PublishedJudges.All, metric, group), group);

    /// <summary>The judges of a folder of weights in the paper's format with each other.</summary>
    /// <exception cref="RequestException">There is no such group.</exception>
    /// <exception cref="InvalidDataException">A file is not in the format.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SimilarityView OfFolder(string folder, ISimilarityMetric metric, string? group) => Chosen(Matrix(WeightsFolder.Read(folder), metric, group), group);

    /// <summary>The judges of a study with each other, with the posterior of each similarity, and the published judges nearest to each.</summary>
    /// <exception cref="RequestException">Nothing is fitted, or there is no such group or annotator.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SimilarityView OfStudy(Study study, string? annotator, ISimilarityMetric metric, string? group, long seed = 1, CancellationToken cancellation = default)
        => OfFits(study, DissectWorkflow.Run(study, new DissectRequest { Annotator = annotator }), metric, group, seed, cancellation);

    /// <summary>The same, from fits that were read before.</summary>
    /// <exception cref="RequestException">There is no such group.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SimilarityView OfFits(Study study, DissectionView dissection, ISimilarityMetric metric, string? group, long seed = 1, CancellationToken cancellation = default)
    {
        var view = OfMeans(dissection, metric, group);
        return view with { Intervals = Intervals(study, view.Fits, view.Matrix, metric, seed, cancellation) };
    }

    /// <summary>The same without the posterior of each similarity, which takes reading all draws.</summary>
    /// <exception cref="RequestException">There is no such group.</exception>
    public static SimilarityView OfMeans(DissectionView dissection, ISimilarityMetric metric, string? group)
    {
        var weights = dissection.Fits.Select(fit => fit.PosteriorMeans).ToList();
        var nearest = dissection.Fits.Where(fit => fit.Subject.Group == Group.All)
            .ToDictionary(fit => fit.Subject.Judge, fit => NearestJudge.RankingFor(fit.PosteriorMeans, metric));
        var matrix = Matrix(weights, metric, group);
        var compared = dissection.Fits.Where(fit => matrix.Groups.Contains(fit.Subject.Group)).ToList();
        return Chosen(matrix, group) with
        {
            Nearest = nearest,
            Fits = compared,
            SimulatedJudges = dissection.SimulatedJudges,
            DataHash = dissection.DataHash,
        };
    }

    private static SimilarityView Chosen(SimilarityMatrix matrix, string? named) => new(matrix)
    {
        GroupsReason = named is not null ? null
            : matrix.Groups.SequenceEqual(Group.PublishedScenarios) ? "every judge has weights of each, as in the paper"
            : matrix.Groups.Contains(Group.All) ? "not every judge has weights of each of the 11 scenarios, so all pairs are compared"
            : "no judge has weights of all pairs, so the groups there are were taken",
    };

    private static IReadOnlyList<IReadOnlyList<SimilarityInterval?>> Intervals(
        Study study, IReadOnlyList<JudgeFit> fits, SimilarityMatrix matrix, ISimilarityMetric metric, long seed, CancellationToken cancellation)
    {
        var store = new FitStore(study);
        // All draws of hundreds of fits at once are hundreds of megabytes, and a thousand of each tell the same interval.
        var most = fits.Count > ManyFits ? FewDraws : int.MaxValue;
        var drawn = fits.Select(fit => (fit.Subject, Draws: store.Draws(fit)?.Thinned(most))).ToList();
        // A mean over groups of which one has no draws would be another mean.
        return drawn.Any(one => one.Draws is null) ? [] : PosteriorSimilarity.Of(
            matrix.Judges, [.. drawn.Select(one => new DrawnWeights(one.Subject.Judge, one.Subject.Group, one.Draws!))], metric, matrix.Groups, seed, cancellation);
    }

    private static SimilarityMatrix Matrix(IReadOnlyList<JudgeWeights> weights, ISimilarityMetric metric, string? group)
    {
        if (group is null) return Similarity.Of(weights, metric);
        var name = StudySelection.GroupName(group);
        var ofGroup = weights.Where(one => one.Group == name).ToList();
        if (ofGroup.Count == 0)
        {
            throw new RequestException($"There are no weights of group '{group}'; there are {StudySelection.Shortened([.. weights.Select(one => one.Group).Distinct()])}.");
        }
        return Similarity.Of(ofGroup, metric, [name]);
    }
}
