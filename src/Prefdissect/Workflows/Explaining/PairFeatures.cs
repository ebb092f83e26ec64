using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Workflows.Explaining;

/// <summary>How the responses of one pair differ: short name of a property that could be compared → its feature, −1, 0 or +1, the first response minus the second.</summary>
public static class PairFeatures
{
    /// <summary>The features of a pair of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="pair">The pair's content hash in hexadecimal digits, or its beginning.</param>
    /// <param name="annotator">Whose ratings.</param>
    /// <param name="properties">What is compared.</param>
    /// <exception cref="RequestException">There is no such pair, or several.</exception>
    public static IReadOnlyDictionary<string, double> Of(Study study, string pair, AnnotatorIdentity annotator, IReadOnlyList<Property> properties)
    {
        using var state = study.BeginRead();
        return Of(new SinglePairReader(study).Compared(ChosenPair.Of(study, pair).Row, annotator, properties), properties);
    }

    /// <summary>The features of a pair whose comparisons are read already, in the order of <paramref name="properties"/>.</summary>
    internal static Dictionary<string, double> Of(ComparedPair compared, IReadOnlyList<Property> properties) =>
        properties.Index().Where(of => compared[of.Index] is not null).ToDictionary(of => of.Item.ShortName, of => (double)compared[of.Index]!.Value, StringComparer.Ordinal);
}
