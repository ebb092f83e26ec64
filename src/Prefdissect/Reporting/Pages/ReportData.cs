using System.Text;
using System.Text.Json;
using Prefdissect.Dissecting.Contrasts;

namespace Prefdissect.Reporting.Pages;

/// <summary>The numbers behind the figures, as JSON for the report's script. Everything that HTML could take for markup is escaped.</summary>
internal static class ReportData
{
    public static string Json(ReportContents contents)
    {
        using var buffer = new MemoryStream();
        // The encoder that JSON has by default escapes <, >, & and quotes.
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Names(json, "judges", contents.Judges);
            Names(json, "properties", contents.Rows);
            Names(json, "groups", contents.Groups.Select(of => contents.GroupName(of.Group)));
            Degrees(json, contents);
            Similarities(json, contents);
            Contrasts(json, contents);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Names(Utf8JsonWriter json, string field, IEnumerable<string> names)
    {
        json.WriteStartArray(field);
        foreach (var name in names) json.WriteStringValue(PlainText.Name(name));
        json.WriteEndArray();
    }

    // group → judge → property → [weight, degree] or [weight, degree, low, high], or null
    private static void Degrees(Utf8JsonWriter json, ReportContents contents)
    {
        json.WriteStartArray("degrees");
        foreach (var (_, judges) in contents.Groups)
        {
            json.WriteStartArray();
            foreach (var judge in judges)
            {
                json.WriteStartArray();
                foreach (var property in contents.Rows)
                {
                    if (!judge.Degrees.TryGetValue(property, out var point)) json.WriteNullValue();
                    else if (point.Outer is { } outer) Numbers(json, judge.Weights[property], point.Centre, outer.Low, outer.High);
                    else Numbers(json, judge.Weights[property], point.Centre);
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Similarities(Utf8JsonWriter json, ReportContents contents)
    {
        json.WriteStartArray("similarities");
        foreach (var matrix in contents.Similarities)
        {
            json.WriteStartObject();
            json.WriteString("metric", matrix.Metric);
            Names(json, "judges", matrix.Judges);
            foreach (var order in new[] { SimilarityOrder.Clustered, SimilarityOrder.Name, SimilarityOrder.Size })
            {
                json.WriteStartArray(JsonNamingPolicy.CamelCase.ConvertName(order.ToString()));
                foreach (var place in SimilarityFigure.PlacesBy(matrix, order)) json.WriteNumberValue(place);
                json.WriteEndArray();
            }
            json.WriteStartArray("values");
            foreach (var row in matrix.Cells)
            {
                json.WriteStartArray();
                foreach (var cell in row)
                {
                    if (cell.Value is { } value) json.WriteNumberValue(Math.Round(value, 4));
                    else json.WriteNullValue();
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // "one-other-group" by places → rows of [property, difference, low, high, probability]
    private static void Contrasts(Utf8JsonWriter json, ReportContents contents)
    {
        json.WriteStartObject("contrasts");
        foreach (var (key, rows) in ContrastsOf(contents).Select(of => (of.Key, of.View.Rows.Where(row => row.Group == of.Group))))
        {
            json.WriteStartArray(key);
            foreach (var row in rows.Where(row => row is { Low: not null, High: not null, ProbabilityGreater: not null }))
                Numbers(json, PlaceOf(contents.Rows, row.Property), row.Difference, row.Low!.Value, row.High!.Value, row.ProbabilityGreater!.Value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>Every contrast of two judges on a group, with the key that the script finds it by.</summary>
    public static IEnumerable<(string Key, Workflows.ContrastView View, string Group)> ContrastsOf(ReportContents contents) =>
        from view in contents.Study?.Contrasts ?? []
        from of in contents.Groups.Index()
        where view.Rows.Any(row => row.Group == of.Item.Group && row.Group != Contrast.Standardised)
        select ($"{PlaceOf(contents.Judges, view.Greater)}-{PlaceOf(contents.Judges, view.Lesser)}-{of.Index}", view, of.Item.Group);

    private static int PlaceOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name) return i;
        }
        throw new KeyNotFoundException($"'{name}' is not in the report.");
    }

    private static void Numbers(Utf8JsonWriter json, params ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(Math.Round(value, 4));
        json.WriteEndArray();
    }
}
