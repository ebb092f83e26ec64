using System.Globalization;
using System.Text.Json;

namespace Prefdissect.Dashboard.Tests;

/// <summary>Rows of an exported figure, as its JSON and its CSV hold them.</summary>
public static class ExportedRows
{
    /// <summary>The rows of a figure's JSON; the CSV must hold the same numbers, digit for digit.</summary>
    public static async Task<IReadOnlyList<JsonElement>> OfAsync(HttpClient client, string page, string figure, string query)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{page}/export/{figure}.json{query}", UriKind.Relative)));
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.Clone()).ToList();
        var lines = (await client.GetStringAsync(new Uri($"{page}/export/{figure}.csv{query}", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(rows.Count + 1);
        foreach (var (row, line) in rows.Zip(lines.Skip(1)))
        {
            foreach (var number in row.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Number)) line.ShouldContain(number.Value.GetDouble().ToString(CultureInfo.InvariantCulture));
        }
        return rows;
    }

    /// <summary>A number of a row; <see langword="null"/> where there is none.</summary>
    public static double? Number(this JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>A text of a row.</summary>
    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
