using Prefdissect.Properties;

namespace Prefdissect.Reporting;

/// <summary>Properties in the order of their publication; those that are not among the 29 come last, as they came.</summary>
internal static class PublishedOrder
{
    private static readonly Dictionary<string, int> Places =
        PublishedProperties.All.Select((property, i) => (property.ShortName, i)).ToDictionary(of => of.ShortName, of => of.i, StringComparer.Ordinal);

    /// <summary>Each name once, with the published property of that name where there is one.</summary>
    public static IReadOnlyList<(string Name, Property? Known)> Of(IEnumerable<string> names) =>
    [
        .. names.Distinct(StringComparer.Ordinal)
            .OrderBy(name => Places.GetValueOrDefault(name, int.MaxValue))
            .Select(name => (name, Places.TryGetValue(name, out var place) ? PublishedProperties.All[place] : null)),
    ];
}
