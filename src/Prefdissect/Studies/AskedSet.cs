using System.Text.Json;

namespace Prefdissect.Studies;

/// <summary>A set of properties that a step was asked about, as the study file spells it: a JSON list of pairs, short name and version of the definition.</summary>
internal static class AskedSet
{
    public static string Of(IEnumerable<AskedProperty> properties) =>
        JsonSerializer.Serialize([.. properties.Select(property => new[] { property.Name, property.Definition })], StudyJson.Default.StringArrayArray);

    public static IReadOnlyList<AskedProperty> Parse(string json) =>
        [.. JsonSerializer.Deserialize(json, StudyJson.Default.StringArrayArray)!.Select(entry => new AskedProperty(entry[0], entry[1]))];
}
