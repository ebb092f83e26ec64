using Prefdissect.Properties;

namespace Prefdissect.Reporting;

/// <summary>Properties in the order of their set: the published ones first; those of no set come last, as they came.</summary>
internal static class PublishedOrder
{
    /// <summary>Each name once, with the property of that name where there is one.</summary>
    public static IReadOnlyList<(string Name, Property? Known)> Of(PropertySet properties, IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).OrderBy(properties.PlaceOf).Select(name => (name, properties.Find(name)))];
}
