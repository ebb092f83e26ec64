using Prefdissect.Pairs;

namespace Prefdissect.Importing;

/// <summary>
/// Reads the fields of one row and remembers the first that cannot be used, so that a format reads a row from top to bottom and asks once, at the end,
/// whether it holds.
/// </summary>
/// <param name="row">The row.</param>
public sealed class RowReading(SourceRow row)
{
    /// <summary>The row's first problem; <see langword="null"/> as long as there is none.</summary>
    public RefusedRow? Refused { get; private set; }

    /// <summary>Refuses the row, unless it is refused already.</summary>
    public void Refuse(string? field, string found, string expected, string hint = RefusedRow.UsualHint) =>
        Refused ??= new RefusedRow(new FilePlace(row.File, row.Line, field), found, expected, hint, row.RawText);

    /// <summary>A text that must be there; it may be empty.</summary>
    public string Text(string column) => Text(column, row[column]);

    /// <summary>A text that must be there, in a cell found already.</summary>
    public string Text(string column, Cell cell)
    {
        if (cell.TryGetText(out var text)) return text;
        Refuse(column, cell.Description, "a text");
        return "";
    }

    /// <summary>A name: a text, number or truth value; <see langword="null"/> where absent or empty. Outer white space is no part of a name.</summary>
    public string? Name(string? column)
    {
        if (column is null) return null;
        var cell = row[column];
        if (cell.IsAbsent) return null;
        if (cell.TryGetScalar(out var text)) return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        Refuse(column, cell.Description, "a name, or nothing");
        return null;
    }

    /// <summary>A finite number; <see langword="null"/> where absent or empty.</summary>
    public double? Number(string? column)
    {
        if (column is null) return null;
        var cell = row[column];
        if (cell.IsAbsent || (cell.TryGetText(out var text) && string.IsNullOrWhiteSpace(text))) return null;
        if (cell.TryGetNumber(out var number)) return number;
        Refuse(column, cell.Description, "a finite number, or nothing");
        return null;
    }

    /// <summary>
    /// The query: a text that is not blank, or in JSON a list of {role, content} (or {from, value}) that ends with the user's turn.
    /// </summary>
    public Query Query(string column)
    {
        var cell = row[column];
        if (cell.Kind == CellKind.List) return Conversation(column, cell);
        if (!cell.TryGetText(out var text)) Refuse(column, cell.Description, row.IsJson ? "a text, or a list of {role, content}" : "a text");
        else if (string.IsNullOrWhiteSpace(text)) Refuse(column, "an empty query", "what the responses answer");
        return new Query(text ?? "");
    }

    /// <summary>Metadata of columns, sorted by name; empty cells are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata(IEnumerable<string> columns) =>
    [
        .. columns.Select(column => KeyValuePair.Create(column, Name(column) ?? ""))
            .Where(pair => pair.Value.Length > 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal),
    ];

    private Query Conversation(string column, Cell list)
    {
        List<Turn> turns = [];
        foreach (var item in list.Elements())
        {
            var role = (item.Field("role") is { IsAbsent: false } given ? given : item.Field("from")).TryGetText(out var name) ? RoleOf(name) : null;
            var content = item.Field("content") is { IsAbsent: false } said ? said : item.Field("value");
            if (role is not null && content.TryGetText(out var text)) turns.Add(new Turn(role, text));
            else Refuse(column, $"{item.Description} as turn {turns.Count + 1}", "{role, content} with role user, assistant or system and a text as content");
            if (Refused is not null) return new Query("");
        }
        if (turns.Count == 0) Refuse(column, "an empty list", "a conversation that ends with the user");
        else if (turns[^1].Role != "user") Refuse(column, $"a conversation that ends with the role {turns[^1].Role}", "one that ends with the user");
        else if (string.IsNullOrWhiteSpace(turns[^1].Text)) Refuse(column, "an empty last turn", "what the responses answer");
        return turns.Count == 0 ? new Query("") : new Query(turns);
    }

    private static string? RoleOf(string role) => role.Trim().ToLowerInvariant() switch
    {
        "user" or "human" or "prompter" => "user",
        "assistant" or "gpt" or "bot" or "model" or "ai" => "assistant",
        "system" or "developer" => "system",
        _ => null,
    };
}
