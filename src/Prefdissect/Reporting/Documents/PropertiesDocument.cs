using Prefdissect.Properties;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>properties --json</c> prints.</summary>
public sealed record PropertiesDocument(Provenance Provenance, IReadOnlyList<ListedPropertyEntry> Properties)
{
    /// <summary>The document of a set.</summary>
    public static PropertiesDocument Of(PropertySet properties, Provenance provenance) => new(provenance, [.. properties.All.Select(ListedPropertyEntry.Of)]);
}
