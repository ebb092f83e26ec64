using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>Length: the number of words, code included, as the published data counts them (<see cref="WordCount"/>). The rating is the count.</summary>
public sealed class Lengthy : ISurfaceMeasure
{
    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("lengthy");

    /// <inheritdoc/>
    public bool AnyLanguage => true;

    /// <inheritdoc/>
    public double Measure(ReadText text) => WordCount.Of(text.Text);

    /// <inheritdoc/>
    public double Rating(double measure) => measure;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Explain(ReadText text) => [];
}
