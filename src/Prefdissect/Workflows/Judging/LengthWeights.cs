using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Judging.Bias;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>
/// What length weighs with each judge, beside the other properties and alone: the first is the stored fit's weight, the second that of a fit with the same votes, prior and draws that knows length
/// only. Where the second is larger, a part of it belongs to what longer responses have more of.
/// </summary>
internal sealed class LengthWeights
{
    private static readonly Property Length = PublishedProperties.Of("lengthy");

    private readonly IReadOnlyList<JudgeFit> fits;
    private readonly Dictionary<long, ComparedPair> compared = [];
    private readonly StudyReader reader;
    private readonly string? obstacle;
    private readonly bool isSample;

    /// <summary>Finds the fits.</summary>
    /// <param name="study">The study.</param>
    /// <param name="annotator">Whose ratings; the only annotator's where <see langword="null"/>.</param>
    /// <param name="isSample">Whether only some of the pairs are measured, so that not all ratings are to be read.</param>
    /// <exception cref="RequestException">The annotator named is not there.</exception>
    public LengthWeights(Study study, string? annotator, bool isSample)
    {
        (reader, fits, this.isSample) = (new StudyReader(study), [], isSample);
        var present = reader.Annotators();
        var candidates = present.Where(of => of.Id != AnnotatorIdentity.Planted.Id && !of.IsRepeat).Select(of => of.Id).Distinct().Count();
        if (annotator is null && candidates != 1)
        {
            obstacle = candidates == 0 ? "nothing is rated yet" : "several annotators rated the study, and --annotator names none";
            return;
        }
        var chosen = AnnotatorChoice.Of(present, annotator);
        Annotator = chosen.Id;
        fits = [.. new FitStore(study).Shown().Where(fit => fit.Subject.Annotator == chosen && fit.Subject.Group == Group.All)];
        if (fits.Count > 0 && !isSample) Compare(new RatingReader(study, chosen));
    }

    /// <summary>Whose ratings are used; <see langword="null"/> where nobody's are.</summary>
    public string? Annotator { get; }

    /// <summary>The measures of a judge with the weights of length.</summary>
    public JudgeBias With(JudgeBias bias, CancellationToken cancellation)
    {
        if ((obstacle ?? (fits.All(fit => fit.Subject.Judge != bias.Judge.Name) ? "the judge is not fitted yet" : null)) is { } reason)
            return bias with { LengthAlone = BiasFigure.Without(reason), LengthBesideOthers = BiasFigure.Without(reason) };
        var whole = fits.First(fit => fit.Subject.Judge == bias.Judge.Name);
        return bias with { LengthBesideOthers = Weight(whole, whole.Design.Pairs), LengthAlone = Alone(whole, cancellation) };
    }

    private static BiasFigure Weight(JudgeFit fit, int rows) => fit.Weights.FirstOrDefault(weight => weight.Property == Length.ShortName) is { } weight
        ? new BiasFigure(weight.Mean, weight.Low, weight.High, rows, null)
        : BiasFigure.Without("length is not among the properties of the fit");

    private BiasFigure Alone(JudgeFit whole, CancellationToken cancellation)
    {
        if (isSample) return BiasFigure.Without("it takes a fit of its own on all pairs, and only some are measured here");
        if (compared.Count == 0) return BiasFigure.Without("length is not rated");
        var judged = reader.VotesOf(whole.Subject.Judge).GroupBy(vote => vote.Pair).Where(votes => compared.ContainsKey(votes.Key))
            .Select(votes => new JudgedPair(compared[votes.Key], new VoteCounts(Sum(votes, 1), Sum(votes, -1), Sum(votes, 0))));
        var design = Design.Build([Length], judged, whole.Options.Ties, whole.Options.Flags);
        var options = whole.Options with { Control = Control.None, Folds = FoldScheme.None };
        return Dissection.FitWhole(whole.Subject, design, options, 1, cancellation) is SampledFit sampled ? Weight(sampled.Fit, design.Rows) : BiasFigure.Without("no pair tells what length weighs");
    }

    private static int Sum(IEnumerable<StoredVote> votes, int sign) => (int)votes.Where(vote => Math.Sign(vote.Verdict) == sign).Sum(vote => vote.Count);

    private void Compare(RatingReader ratings)
    {
        if (ratings.Properties.Index().FirstOrDefault(of => of.Item.ShortName == Length.ShortName) is not (var column, { } length)) return;
        foreach (var (id, pair) in ratings.Pairs()) compared.Add(id, ComparedPair.Of([length], pair with { First = [pair.First[column]], Second = [pair.Second[column]] }));
    }
}
