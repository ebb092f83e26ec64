using Prefdissect.Annotating;
using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Judging.People;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>Tells from a quick fit of the votes so far how many more are worth giving. What the annotator rated is read once.</summary>
public sealed class PersonForecast
{
    private static readonly DissectionOptions Quick = new() { Chains = 2, Warmup = 200, Draws = 400, Folds = FoldScheme.None };

    private readonly RatedStudy? rated;

    /// <summary>Reads what an annotator rated.</summary>
    public PersonForecast(Study study)
    {
        var present = new StudyReader(study).Annotators().Where(one => one.Id != AnnotatorIdentity.Planted.Id && !one.IsRepeat).ToList();
        Annotator = present.FindLast(one => one.IsModel) ?? present.FindLast(one => one == AnnotatorIdentity.Surface) ?? present.LastOrDefault();
        if (Annotator is not null) rated = new RatedStudy(study, Annotator);
    }

    /// <summary>Whose ratings tell: a model's before the surface annotator's; <see langword="null"/> where nobody rated the study.</summary>
    public AnnotatorIdentity? Annotator { get; }

    /// <summary>The forecast, or why there is none as a sentence.</summary>
    /// <param name="judge">Whose votes.</param>
    /// <param name="cancellation">Gives it up.</param>
    public (VoteForecast? Forecast, string? Obstacle) Of(string judge, CancellationToken cancellation)
    {
        if (rated is null) return (null, "Nobody has rated the responses yet, so that nothing can be said of how well your votes tell what you prefer. Rate them with `prefdissect annotate -s STUDY --annotator surface`.");
        var design = Design.Build(rated.Properties, rated.ByGroup(judge).GetValueOrDefault(Group.All, []), Quick.Ties);
        if (Dissection.FitWhole(new FitSubject(judge, Group.All, rated.Annotator), design, Quick, Environment.ProcessorCount, cancellation) is not SampledFit sampled)
            return (null, Dissection.ObstacleTo(design, Quick));
        // 2.5 % of a Laplace prior lie above this.
        var prior = PriorSpecification.Parse(Quick.Prior) is LaplacePrior laplace ? laplace.Scale * Math.Log(20) : throw new InvalidOperationException("The quick fit has another prior.");
        return (VoteForecast.Of(design.Rows, [.. sampled.Fit.Weights.Select(weight => new IntervalWidth(weight.Property, (weight.High - weight.Low) / 2))], prior), null);
    }
}
