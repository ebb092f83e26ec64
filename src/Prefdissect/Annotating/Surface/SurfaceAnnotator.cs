using Prefdissect.Annotating.Surface.Measures;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface;

/// <summary>
/// The annotator that reads the text alone: deterministic, offline, without a model, for English. It rates the properties that marks and words on the
/// surface can defend; in a text of another language it rates only what holds for any (length). What each rating counts is said in docs/properties.md.
/// </summary>
public sealed class SurfaceAnnotator : IResponseAnnotator
{
    private static readonly Dictionary<Property, int> PublishedOrder = PublishedProperties.All.Index().ToDictionary(entry => entry.Item, entry => entry.Index);

    /// <summary>The annotator with the measures that come with it.</summary>
    public SurfaceAnnotator() : this(SurfaceMeasures.All)
    {
    }

    /// <summary>An annotator with measures of your own.</summary>
    /// <param name="identity">Its name, which is not <c>surface</c>, and the version of its measures: ratings of the same name and version count as the same work.</param>
    /// <param name="measures">One a property; measures of properties of your own come after the published ones.</param>
    /// <exception cref="ArgumentException">Two measures are of one property, or it has the name of the annotator with the usual measures.</exception>
    public SurfaceAnnotator(AnnotatorIdentity identity, IEnumerable<ISurfaceMeasure> measures) : this(measures)
    {
        if (identity.Id == AnnotatorIdentity.Surface.Id) throw new ArgumentException("Measures of your own need a name of their own: ratings by 'surface' are those of the usual ones.", nameof(identity));
        Identity = identity;
    }

    private SurfaceAnnotator(IEnumerable<ISurfaceMeasure> measures)
    {
        Identity = AnnotatorIdentity.Surface;
        Measures = [.. measures.OrderBy(measure => PublishedOrder.GetValueOrDefault(measure.Property, int.MaxValue))];
        Properties = [.. Measures.Select(measure => measure.Property)];
        if (Properties.Distinct().Count() < Properties.Count) throw new ArgumentException("Two measures are of one property.", nameof(measures));
    }

    /// <summary>The measures, parallel to <see cref="Properties"/>.</summary>
    public IReadOnlyList<ISurfaceMeasure> Measures { get; }

    /// <inheritdoc/>
    public AnnotatorIdentity Identity { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Property> Properties { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Rating> Rate(string response)
    {
        var text = ReadText.Of(response);
        var ratings = new Rating[Measures.Count];
        for (var i = 0; i < ratings.Length; i++)
        {
            var measure = Measures[i];
            if (Reads(measure, text)) ratings[i] = Rating.Of(measure.Rating(measure.Measure(text)));
        }
        return ratings;
    }

    /// <summary>The places of a response that counted towards its ratings, by property in the published order, then in the order of the text.</summary>
    public IReadOnlyList<Evidence> Explain(string response)
    {
        var text = ReadText.Of(response);
        return [.. Measures.Where(measure => Reads(measure, text)).SelectMany(measure => measure.Explain(text))];
    }

    private static bool Reads(ISurfaceMeasure measure, ReadText text) => measure.AnyLanguage || text.IsEnglish;
}
