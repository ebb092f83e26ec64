using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prefdissect.Properties;

/// <summary>A property as one JSON object, and back: how a study keeps the definition of a property that is not a published one.</summary>
public static class PropertyDocument
{
    /// <summary>The JSON of a property.</summary>
    public static string Of(Property property) => new JsonObject
    {
        ["name"] = property.Name,
        ["shortName"] = property.ShortName,
        ["kind"] = property.Kind.ToString(),
        ["rule"] = property.Rule.ToString(),
        ["definition"] = property.Definition,
        ["needsQuery"] = property.NeedsQuery,
        ["unit"] = property.Unit,
        ["fullDifference"] = property.FullDifference,
        ["askedName"] = property.AskedName,
        ["askedDefinition"] = property.AskedDefinition,
        ["least"] = property.Scale.Least,
        ["most"] = property.Scale.Most,
        ["words"] = new JsonArray([.. property.Scale.Words.Select(word => JsonValue.Create(word))]),
        ["trait"] = property.Applies is Applicability.ToQueriesWith once ? once.Trait.ToString() : null,
        ["itemsOf"] = property.Applies is Applicability.ToEachOf each ? each.Trait.ToString() : null,
        ["condition"] = property.Applies is Applicability.ToQueriesWhere where ? where.Text : null,
    }.ToJsonString();

    /// <summary>The property of such a JSON.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    /// <exception cref="FormatException">A field is missing or is none of its values.</exception>
    public static Property Parse(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject document) throw new JsonException("The definition of a property is a JSON object.");
        try
        {
            return Read(document);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            throw new FormatException($"The definition of a property is damaged: {e.Message}", e);
        }
    }

    private static Property Read(JsonObject document)
    {
        var (words, least) = (document["words"]!.AsArray().Select(word => (string)word!).ToList(), (int)document["least"]!);
        return new((string)document["name"]!, (string)document["shortName"]!, Enum.Parse<PropertyKind>((string)document["kind"]!),
            Enum.Parse<ComparisonRule>((string)document["rule"]!), (string)document["definition"]!)
        {
            NeedsQuery = (bool)document["needsQuery"]!,
            Unit = (string)document["unit"]!,
            FullDifference = (double)document["fullDifference"]!,
            AskedName = (string)document["askedName"]!,
            AskedDefinition = (string)document["askedDefinition"]!,
            Scale = words.Count > 0 ? new(least, words) : new(least, (int)document["most"]!),
            Applies = (string?)document["trait"] is { } trait ? new Applicability.ToQueriesWith(Enum.Parse<QueryTrait>(trait))
                : (string?)document["itemsOf"] is { } items ? new Applicability.ToEachOf(Enum.Parse<QueryTrait>(items))
                : (string?)document["condition"] is { } condition ? new Applicability.ToQueriesWhere(condition)
                : Applicability.Always,
        };
    }
}
