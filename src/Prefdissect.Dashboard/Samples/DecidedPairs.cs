using Prefdissect.Dashboard.Dissection;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Samples;

/// <summary>The first pairs on which a property moves a judge's fit the most.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Rows">The pairs; none where there are none among those that were looked through.</param>
public sealed record DecidedPairs(string Judge, string Annotator, IReadOnlyList<SampleRow> Rows)
{
    private const int Most = 5;

    /// <summary>The pairs of the first of some judges that is fitted on all pairs with the property; <see langword="null"/> where none is.</summary>
    public static DecidedPairs? Of(SourceReading reading, DegreesOfSource degrees, IReadOnlyList<string> judges, string property, CancellationToken cancellation)
    {
        var fit = judges.Select(judge => degrees.View?.Fits.FirstOrDefault(fit => fit.Subject.Judge == judge && fit.Subject.Group == Pairs.Group.All && fit.Weights.Any(weight => weight.Property == property)))
            .FirstOrDefault(fit => fit is not null);
        if (fit is null) return null;
        var (judge, annotator) = (fit.Subject.Judge, fit.Subject.Annotator.Id);
        cancellation.ThrowIfCancellationRequested();
        // Without the request's own cancellation: the result is kept for others too.
        return reading.Kept($"decided/{annotator}/{property}/{judge}", study =>
        {
            var filter = new SampleFilter { DecidedBy = new DecisiveProperty(judge, property), Annotator = annotator };
            return new DecidedPairs(judge, annotator, SampleSearch.Run(study, filter, null, Most, CancellationToken.None).Rows);
        });
    }

    /// <summary>The filter that lists them all.</summary>
    /// <param name="property">Short name of the property.</param>
    public Serving.PageQuery Filter(string property) => Serving.PageQuery.Empty.With("decided-by", Judge).With("decided", property).With("annotator", Annotator);
}
