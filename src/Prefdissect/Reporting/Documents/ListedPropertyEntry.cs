using Prefdissect.Annotating.Asking;
using Prefdissect.Properties;

namespace Prefdissect.Reporting.Documents;

/// <summary>One property as commands use it.</summary>
public sealed record ListedPropertyEntry(string ShortName, string Name, string Kind, string Scale, string Rule, string? Step, bool Own, string Definition)
{
    /// <summary>The entry of a property.</summary>
    public static ListedPropertyEntry Of(Property property) => new(
        property.ShortName, property.Name, property.Kind.ToString(), property.Kind == PropertyKind.Error || property.Rule == ComparisonRule.Length ? property.Unit : property.Scale.ToString(),
        property.Rule.ToString(), AnnotationStep.All.FirstOrDefault(step => step.PropertiesOf(new PropertySet([property])).Count > 0)?.Name,
        PropertySet.Published.Find(property.ShortName) is null, property.Definition);
}
