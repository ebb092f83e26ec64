namespace Prefdissect.Importing;

/// <summary>Which column of a table holds what. In JSON a column may be a path with dots, such as <c>response_1.content</c>.</summary>
public sealed record ColumnMap
{
    /// <summary>An example for messages and help.</summary>
    public const string Example = "prompt=question,a=left,b=right,winner=best,judge=who,scenario=topic,meta=country+language";

    private const string Option = "--map";
    private const string Hint = $"Write it like this: --map {Example} (a name with a comma, + or = goes in double quotes).";

    private static readonly string[] Keys = ["prompt", "a", "b", "winner", "judge", "scenario", "margin", "model_a", "model_b", "meta"];

    /// <summary>The query: a text, or in JSON a list of {role, content}.</summary>
    public string? Prompt { get; init; }

    /// <summary>The response on side A.</summary>
    public string? A { get; init; }

    /// <summary>The response on side B.</summary>
    public string? B { get; init; }

    /// <summary>The verdict.</summary>
    public string? Winner { get; init; }

    /// <summary>Who judged.</summary>
    public string? Judge { get; init; }

    /// <summary>The scenario.</summary>
    public string? Scenario { get; init; }

    /// <summary>Log-odds in favour of side A.</summary>
    public string? Margin { get; init; }

    /// <summary>Who wrote side A.</summary>
    public string? ModelA { get; init; }

    /// <summary>Who wrote side B.</summary>
    public string? ModelB { get; init; }

    /// <summary>Columns kept as metadata, to group by.</summary>
    public IReadOnlyList<string> Metadata { get; init; } = [];

    /// <summary>Every column that the map names.</summary>
    public IEnumerable<string> Columns =>
        new[] { Prompt, A, B, Winner, Judge, Scenario, Margin, ModelA, ModelB }.OfType<string>().Concat(Metadata);

    /// <summary>
    /// Reads a map such as <c>prompt=question,a=left,b=right,winner=best,meta=country+language</c>. Keys ignore case; a column name that holds a comma,
    /// an equals sign or a plus goes in double quotes, a quote inside is doubled.
    /// </summary>
    /// <exception cref="ImportException">It is not such a list, a key is unknown, or one is given twice.</exception>
    public static ColumnMap Parse(string text)
    {
        var map = new ColumnMap();
        var given = new HashSet<string>();
        foreach (var part in Split(text, ','))
        {
            var (name, value) = KeyAndValue(part);
            var key = name.Trim().ToLowerInvariant().Replace('-', '_');
            if (!Keys.Contains(key)) throw Bad($"the unknown key {Shown.Quoted(name.Trim())}", $"one of {string.Join(", ", Keys)}");
            if (!given.Add(key)) throw Bad($"the key {key} twice", "every key once");
            map = map.With(key, [.. (key == "meta" ? Split(value, '+') : [value]).Select(Unquoted)]);
        }
        return map.A is null || map.A != map.B ? map : throw Bad($"the column {Shown.Quoted(map.A)} for both sides", "two columns, one a side");
    }

    private ColumnMap With(string key, string[] columns) => key switch
    {
        "prompt" => this with { Prompt = columns[0] },
        "a" => this with { A = columns[0] },
        "b" => this with { B = columns[0] },
        "winner" => this with { Winner = columns[0] },
        "judge" => this with { Judge = columns[0] },
        "scenario" => this with { Scenario = columns[0] },
        "margin" => this with { Margin = columns[0] },
        "model_a" => this with { ModelA = columns[0] },
        "model_b" => this with { ModelB = columns[0] },
        _ => this with { Metadata = [.. columns.Distinct()] },
    };

    private static (string Key, string Value) KeyAndValue(string part)
    {
        var at = part.IndexOf('=');
        return at > 0 ? (part[..at], part[(at + 1)..]) : throw Bad(part.Trim().Length == 0 ? "an empty part" : $"{Shown.Quoted(part)} without =",
            "parts of the form key=column");
    }

    private static string Unquoted(string text)
    {
        var name = text.Trim();
        if (name.Length >= 2 && name[0] == '"' && name[^1] == '"') name = name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        return name.Length > 0 ? name : throw Bad("a key without a column", "parts of the form key=column");
    }

    private static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            if (text[i] != separator || quoted) continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }
        parts.Add(text[start..]);
        return quoted ? throw Bad("a quotation mark that is not closed", "quotation marks in pairs") : parts;
    }

    private static ImportException Bad(string found, string expected) => new(new(Option), found, expected, Hint);
}
