using Prefdissect.Dashboard.Dissection;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Dissecting.Published;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Dashboard.WhatIf;

/// <summary>What each judge's model says of a pair that differs as a person supposes.</summary>
/// <param name="Choice">What is supposed.</param>
/// <param name="Answers">A judge each, in the order of the judges.</param>
public sealed record WhatIfAnswers(WhatIfChoice Choice, IReadOnlyList<JudgeAnswer> Answers)
{
    /// <summary>The judges that can be asked.</summary>
    public required DegreesOfSource Degrees { get; init; }

    /// <summary>The properties that any of the models asked knows, in their order.</summary>
    public required IReadOnlyList<Property> Properties { get; init; }

    /// <summary>
    /// Where nothing is supposed yet and several judges are shown: the two properties on whose weights they are furthest apart, one to give to each response; else <see langword="null"/>.
    /// </summary>
    public (string A, string B)? Example => Choice.Features.Count == 0 && Answers.Count > 1 && Properties
        .Select(property => (property.ShortName, Weights: Answers.Select(answer => answer.Judge.Marks.GetValueOrDefault(property.ShortName)?.Weight).OfType<double>().ToList()))
        .Where(of => of.Weights.Count > 1).OrderByDescending(of => of.Weights.Max() - of.Weights.Min()).Take(2).ToList() is [var first, var second] ? (first.ShortName, second.ShortName) : null;

    /// <summary>The answers for an address.</summary>
    /// <exception cref="RequestException">Nothing is fitted, or the address names a judge, group or pair that is not there.</exception>
    public static WhatIfAnswers Of(SourceReading reading, PageQuery query, CancellationToken cancellation)
    {
        var degrees = DegreesOfSource.Of(reading, query.One("annotator"));
        var choice = WhatIfChoice.Of(query, degrees.Properties, Start(reading, query, degrees));
        if (!degrees.Groups.Contains(choice.Group)) throw new RequestException($"Group '{choice.Group}' is not fitted. Fitted are {string.Join(", ", degrees.Groups)}.");
        var judges = choice.Judges.Count > 0 ? choice.Judges : UsualJudges.Of(degrees, choice.Group);
        if (judges.FirstOrDefault(judge => degrees.Find(judge, choice.Group) is null) is { } stranger) throw new RequestException($"There is no judge '{stranger}' on group '{choice.Group}'.");
        var models = judges.Select(judge => (Shown: degrees.Find(judge, choice.Group)!, Model: ModelOf(reading, degrees, judge, choice.Group))).ToList();
        // The page shows the properties' part for the first judge alone.
        var explained = models.Select((of, i) => Prefdissect.Dissecting.Explaining.WhatIf.Of(choice.Features, of.Model, i == 0 ? PairExplanation.MostShapleyDraws : 0)).ToList();
        var known = models.SelectMany(of => of.Model.Weights.Select(weight => weight.Property)).ToHashSet(StringComparer.Ordinal);
        return new WhatIfAnswers(choice with { Judges = judges }, [.. models.Zip(explained, (of, answer) => new JudgeAnswer(of.Shown, answer))])
        {
            Degrees = degrees,
            Properties = [.. degrees.Properties.All.Where(property => known.Contains(property.ShortName))],
        };
    }

    // All fits shown go by the ratings of one annotator.
    private static IReadOnlyDictionary<string, double> Start(SourceReading reading, PageQuery query, DegreesOfSource degrees) => query.One("pair") is { } pair && degrees.View is { Fits: [var any, ..] }
        ? reading.Read(study => PairFeatures.Of(study, pair, any.Subject.Annotator, degrees.Properties.All))
        : new Dictionary<string, double>();

    private static ExplainedModel ModelOf(SourceReading reading, DegreesOfSource degrees, string judge, string group)
    {
        if (degrees.View?.Fits.FirstOrDefault(fit => fit.Subject.Judge == judge && fit.Subject.Group == group) is { } fit) return reading.Read(study => ExplainedModel.Of(fit, new FitStore(study).Draws(fit)));
        return ExplainedModel.Of(PublishedJudges.On(judge, group));
    }
}
