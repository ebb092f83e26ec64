using Prefdissect.Annotating.Surface;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Annotating.Surface;

/// <summary>Short ways to ask the annotator in a test.</summary>
internal static class Ratings
{
    public static SurfaceAnnotator Annotator { get; } = new();

    public static int Of(string property, string text) => (int)Rating(property, text).Value;

    public static Rating Rating(string property, string text) => Annotator.Rate(text)[Index(property)];

    public static double Measure(string property, string text) => Annotator.Measures[Index(property)].Measure(ReadText.Of(text));

    public static IEnumerable<string> Names => Annotator.Properties.Select(property => property.ShortName);

    private static int Index(string property) => Annotator.Properties.Index().Single(entry => entry.Item.ShortName == property).Index;
}
