using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface;

/// <summary>How one property is read off a text: a documented quantity, its way to a rating, and the places that counted.</summary>
public interface ISurfaceMeasure
{
    /// <summary>The property.</summary>
    Property Property { get; }

    /// <summary>Whether the measure holds for any language, and not for English alone.</summary>
    bool AnyLanguage => false;

    /// <summary>The quantity that the rating is made from; finite. Its unit is said by each measure.</summary>
    double Measure(ReadText text);

    /// <summary>The rating that a quantity makes: 0–3, or words for length.</summary>
    double Rating(double measure);

    /// <summary>The places that the quantity was counted from, in the order of the text.</summary>
    IEnumerable<Evidence> Explain(ReadText text);
}
