using Prefdissect.Properties;

namespace Prefdissect.Importing.Formats;

/// <summary>The scales of the query-specific ratings, in numbers and in words (paper, §3.3 and appendix).</summary>
internal static class GairScales
{
    private static readonly (string Word, Property Property)[] Words =
    [
        ("intent", PublishedProperties.Of("clarify intent")),
        ("empath", PublishedProperties.Of("show empathetic")),
        ("constraint", PublishedProperties.Of("satisfy constraints")),
        ("stance", PublishedProperties.Of("support stances")),
        ("mistake", PublishedProperties.Of("correct mistakes")),
    ];

    private static readonly Dictionary<string, double> Stances = new()
    {
        ["stronglysupported"] = 2,
        ["weaklysupported"] = 1,
        ["neutral"] = 0,
        ["weaklyopposed"] = -1,
        ["stronglyopposed"] = -2,
    };

    private static readonly Dictionary<string, double> Mistakes = new()
    {
        ["pointedoutandcorrected"] = 3,
        ["correctedwithoutbeingpointedout"] = 2,
        ["pointedoutbutnotcorrected"] = 1,
        ["neither"] = 0,
        ["neitherpointedoutnorcorrected"] = 0,
    };

    /// <summary>The query-specific property that a name speaks of.</summary>
    public static Property? PropertyOf(string name)
    {
        var loose = LooseName.Of(name);
        return Words.FirstOrDefault(entry => loose.Contains(entry.Word)).Property;
    }

    /// <summary>The query-specific properties.</summary>
    public static IEnumerable<Property> Properties => Words.Select(entry => entry.Property);

    /// <summary>Whether a query calls for a property; <see langword="null"/> where that is not known.</summary>
    public static bool? CallsFor(Property property, QueryInfo? info) => info is null ? null : property.ShortName switch
    {
        "clarify intent" => !info.ClearIntent,
        "show empathetic" => info.ExpressesFeelings,
        "satisfy constraints" => info.Constraints.Count > 0,
        "support stances" => info.Stances.Count > 0,
        "correct mistakes" => info.Mistakes.Count > 0,
        _ => null,
    };

    /// <summary>Whether a property is rated once a response, not once an item.</summary>
    public static bool IsRatedOnce(Property property) => property.ShortName is "clarify intent" or "show empathetic";

    /// <summary>Whether nothing was rated.</summary>
    public static bool IsEmpty(Cell cell) =>
        cell.IsAbsent || (cell.Kind == CellKind.List && !cell.Elements().Any()) || (cell.Kind == CellKind.Object && !cell.Fields().Any())
        || (cell.TryGetText(out var text) && LooseName.Of(text) is "" or "notapplicable" or "n/a" or "na");

    /// <summary>The mean of one or several ratings of one property; <see langword="null"/> where one of them is not on its scale.</summary>
    public static double? Mean(Property property, Cell cell)
    {
        List<double?> values = [.. Items(cell).Select(item => ValueOf(property, item))];
        return values.Count > 0 && values.All(value => value is not null) ? values.Average() : null;
    }

    private static IEnumerable<Cell> Items(Cell cell) => cell.Kind switch
    {
        CellKind.List => cell.Elements().Select(Inner),
        CellKind.Object => cell.Fields().Select(field => field.Value),
        _ => [cell],
    };

    // A list may hold {item, rating} pairs: the field that speaks of the rating is meant.
    private static Cell Inner(Cell item)
    {
        if (item.Kind != CellKind.Object) return item;
        List<KeyValuePair<string, Cell>> fields = [.. item.Fields()];
        string[] names = ["rating", "score", "level", "support", "correct", "value", "result"];
        return names.Select(name => fields.FirstOrDefault(field => LooseName.Of(field.Key).Contains(name)).Value).FirstOrDefault(found => found.Kind != CellKind.Missing);
    }

    private static double? ValueOf(Property property, Cell cell)
    {
        var scale = property.ShortName switch { "support stances" => Stances, "correct mistakes" => Mistakes, _ => null };
        if (scale is not null && cell.TryGetText(out var text) && scale.TryGetValue(LooseName.Of(text), out var worth)) return worth;
        var (low, high) = property.ShortName == "support stances" ? (-2, 2) : (0, 3);
        return cell.TryGetNumber(out var number) && number >= low && number <= high ? number : null;
    }
}
