using Prefdissect.Properties;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>The properties of a figure in the order chosen.</summary>
internal static class DegreeRows
{
    /// <summary>Short names of the properties that any of the judges has a degree for.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<JudgeDegrees> shown, PropertySet properties, string sort)
    {
        var names = DegreesChart.PublishedRows(shown, properties);
        return sort switch
        {
            "name" => [.. names.Order(StringComparer.OrdinalIgnoreCase)],
            _ when sort.StartsWith(DissectionChoice.ByJudge, StringComparison.Ordinal) => [.. names.OrderByDescending(name => DegreeOf(shown, sort[DissectionChoice.ByJudge.Length..], name) ?? double.NegativeInfinity)],
            "disagreement" => [.. names.OrderByDescending(name => Disagreement(shown, name))],
            _ => names,
        };
    }

    // On the first of the groups shown: one order for all figures of a page. What the judge has no degree for comes last.
    private static double? DegreeOf(IReadOnlyList<JudgeDegrees> shown, string judge, string name) => shown.FirstOrDefault(one => one.Judge == judge)?.Marks.GetValueOrDefault(name)?.Centre;

    /// <summary>How far the judges are apart on a property: largest less smallest degree.</summary>
    private static double Disagreement(IReadOnlyList<JudgeDegrees> shown, string name)
    {
        var centres = shown.Select(one => one.Marks.GetValueOrDefault(name)?.Centre).OfType<double>().ToList();
        return centres.Count == 0 ? 0 : centres.Max() - centres.Min();
    }
}
