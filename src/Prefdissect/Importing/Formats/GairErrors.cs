using Prefdissect.Properties;

namespace Prefdissect.Importing.Formats;

/// <summary>Detected errors of one response, as counts a severity.</summary>
internal static class GairErrors
{
    private static readonly string[] Severities = ["minor", "moderate", "severe"];

    /// <summary>
    /// Reads a list of errors that each name a severity, alone or in an object that also says whether errors can be told; or an object of counts (or lists)
    /// a severity. An answer of "not applicable" makes the three properties not applicable.
    /// </summary>
    public static void Read(Cell cell, string column, Dictionary<Property, Rating> ratings, ImportNotes notes)
    {
        if (cell.IsAbsent) return;
        if (SaysNotApplicable(cell))
        {
            foreach (var severity in Severities) ratings[PropertyOf(severity)] = Rating.NotApplicable;
            return;
        }
        var counts = cell.Kind == CellKind.List ? CountsOf(cell) : cell.Kind == CellKind.Object ? InObject(cell) : null;
        if (counts is null)
        {
            notes.Add($"Errors not understood in column {Shown.Quoted(column)}: {cell.Description} (a list of errors with their severity expected).");
            return;
        }
        for (var i = 0; i < Severities.Length; i++) ratings[PropertyOf(Severities[i])] = Rating.Of(counts[i]);
    }

    private static Property PropertyOf(string severity) => PublishedProperties.Of($"no {severity} errors");

    private static bool SaysNotApplicable(Cell cell)
    {
        if (IsNotApplicable(cell)) return true;
        return cell.Fields().Any(field => LooseName.Of(field.Key) switch
        {
            "notapplicable" => field.Value.TryGetScalar(out var said) && LooseName.Of(said) is "true" or "yes",
            var name => name.Contains("applicable") && IsNotApplicable(field.Value),
        });
    }

    private static bool IsNotApplicable(Cell cell) =>
        cell.TryGetScalar(out var text) && LooseName.Of(text) is "notapplicable" or "n/a" or "na" or "no" or "false";

    private static double[]? InObject(Cell cell)
    {
        List<KeyValuePair<string, Cell>> fields = [.. cell.Fields()];
        var bySeverity = Severities.Select(severity => fields.FirstOrDefault(field => LooseName.Of(field.Key).Contains(severity)).Value).Select(CountOf).ToList();
        if (bySeverity.All(count => count is not null)) return [.. bySeverity.Select(count => count!.Value)];
        var lists = fields.Where(field => field.Value.Kind == CellKind.List).ToList();
        return lists.Count == 1 ? CountsOf(lists[0].Value) : null;
    }

    private static double? CountOf(Cell cell) =>
        cell.Kind == CellKind.List ? cell.Elements().Count() : cell.TryGetNumber(out var count) && count >= 0 ? count : null;

    private static double[]? CountsOf(Cell list)
    {
        var counts = new double[Severities.Length];
        foreach (var error in list.Elements())
        {
            var severity = error.Fields().FirstOrDefault(field => LooseName.Of(field.Key).Contains("severity")).Value;
            var index = severity.TryGetText(out var text) ? Array.FindIndex(Severities, name => text.Contains(name, StringComparison.OrdinalIgnoreCase)) : -1;
            if (index < 0) return null;
            counts[index]++;
        }
        return counts;
    }
}
