using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>What follows the votes of a new judge: its fits, and how it stands beside the published judges. Fits that are there already are used again.</summary>
public static class AddJudgeWorkflow
{
    private const int NearestCompared = 3;
    private const long Seed = 1;

    /// <summary>Makes sure, before a model is asked, that what is asked can be dissected.</summary>
    /// <exception cref="RequestException">The study is not rated, or it is not clear whose ratings are to be used.</exception>
    public static void Check(Study study, string? annotator) => AnnotatorChoice.Of(new StudyReader(study).Annotators(), annotator);

    /// <summary>Fits and compares a judge that has voted.</summary>
    /// <exception cref="RequestException">Its votes cannot be fitted.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the fits made so far are kept.</exception>
    public static AddedJudge Run(Study study, JudgeResult judged, string? annotator, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var name = judged.Judge.Name;
        if (judged.Counts.Pairs == 0) throw new RequestException($"{name} has no verdict yet, so there is nothing to fit.");
        var fits = FitWorkflow.Run(study, new FitRequest { Judges = [name], Annotator = annotator }, progress, cancellation);
        if (fits.Fitted.Count + fits.Reused.Count == 0) throw new RequestException($"The votes of {name} are kept, and cannot be fitted: {fits.Refused.Select(refusal => refusal.Reason).FirstOrDefault() ?? "there are too few."}");
        var view = DissectWorkflow.Run(study, new DissectRequest { Judges = [name], Annotator = fits.Annotator.Versioned });
        return new AddedJudge(judged, fits, view) { Nearest = Nearest(study, view, name, cancellation), Position = Position(study, name) };
    }

    private static IReadOnlyList<NearestPublished> Nearest(Study study, DissectionView view, string name, CancellationToken cancellation)
    {
        if (!view.Nearest.TryGetValue(name, out var ranking) || view.Fits.FirstOrDefault(fit => fit.Subject.Group == Group.All) is not { } fit) return [];
        var near = ranking.Take(NearestCompared).ToList();
        if (new FitStore(study).Draws(fit) is not { } draws) return [.. near.Select(one => new NearestPublished(one, null))];
        var published = near.Select(one => PublishedJudges.MeanWeights(one.Judge));
        var matrix = PosteriorSimilarity.Of(
            [name, .. near.Select(one => one.Judge)],
            [new DrawnWeights(name, Group.All, draws), .. near.Zip(published, (one, weights) => new DrawnWeights(one.Judge, Group.All, Exact(weights)))],
            SimilarityMetrics.Pearson, [Group.All], Seed, cancellation);
        return [.. near.Select((one, i) => new NearestPublished(one, matrix[0][i + 1]))];
    }

    /// <summary>Point values as draws that are all the same.</summary>
    private static FitDraws Exact(JudgeWeights weights)
    {
        string[] properties = [.. weights.Values.Keys];
        float[] values = [.. properties.Select(property => (float)weights.Values[property])];
        return new FitDraws(properties, 1, [.. Enumerable.Repeat(values, PosteriorSimilarity.MostDraws).SelectMany(one => one)]);
    }

    private static PositionSummary? Position(Study study, string name) => PositionSummary.Of(new JudgementReader(study).Readings(name).Where(of => of.Reading.Round == 0)
        .GroupBy(of => of.Pair, of => of.Reading)
        .Select(of => new PairReading(of.FirstOrDefault(reading => reading.Order == AskedOrder.FirstAsA), of.FirstOrDefault(reading => reading.Order == AskedOrder.SecondAsA))));
}
