using System.Text;
using System.Text.Json;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>
/// The numbers behind the figures, unrounded, as JSON for the report's script, which shows them, sorts by them and saves them. Everything that HTML could take for markup is escaped.
/// </summary>
internal sealed class ReportData(Utf8JsonWriter json, ReportContents contents)
{
    public static string Json(ReportContents contents)
    {
        using var buffer = new MemoryStream();
        // The encoder that JSON has by default escapes <, >, & and quotes.
        using (var json = new Utf8JsonWriter(buffer)) new ReportData(json, contents).Write();
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private void Write()
    {
        json.WriteStartObject();
        Texts("judges", contents.Judges.Select(PlainText.Name));
        Texts("properties", contents.Rows.Select(PlainText.Name));
        Texts("groups", contents.Groups.Select(of => contents.GroupName(of.Group)));
        // Saved data names judges, properties and groups as the study does, unshortened.
        json.WriteStartObject("named");
        Texts("judges", contents.Judges);
        Texts("properties", contents.Rows);
        Texts("groups", contents.Groups.Select(of => of.Group));
        json.WriteEndObject();
        List("simulated", contents.Judges, judge => json.WriteBooleanValue(contents.Simulated.Contains(judge)));
        Columns();
        contents.Provenance.WriteTo(json);
        Fits();
        Degrees();
        Similarities();
        Contrasts();
        json.WriteEndObject();
    }

    // The names of the columns of saved data: those of the same figures elsewhere.
    private void Columns()
    {
        json.WriteStartObject("columns");
        Of("degrees", DegreesData.Columns);
        Of("similarity", SimilarityData.Columns("pearson"));
        Of("map", SimilarityData.MapColumns);
        Of("contrast", ContrastData.Columns(hasBootstrap: false));
        json.WriteEndObject();

        void Of(string figure, IReadOnlyList<FigureColumn> columns) => Texts(figure, columns.Select(column => column.Name));
    }

    // group → judge → [pairs, annotator], or null where there is no fit
    private void Fits() => List("fits", contents.Groups, of => List(null, of.Degrees, judge =>
    {
        if (judge.Pairs is not { } pairs)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        json.WriteNumberValue(pairs);
        json.WriteStringValue(judge.Annotator);
        json.WriteEndArray();
    }));

    // group → judge → property → [weight, degree], [weight, degree, low, high] or [weight, degree, low, high, planted]; or null
    private void Degrees() => List("degrees", contents.Groups, of => List(null, of.Degrees, judge => List(null, contents.Rows, property =>
    {
        if (!judge.Marks.TryGetValue(property, out var mark)) json.WriteNullValue();
        else if (mark is { Outer: { } outer, Planted: { } planted }) Numbers(mark.Weight, mark.Centre, outer.Low, outer.High, planted);
        else if (mark.Outer is { } interval) Numbers(mark.Weight, mark.Centre, interval.Low, interval.High);
        else Numbers(mark.Weight, mark.Centre);
    })));

    private void Similarities() => List("similarities", contents.Similarities.Zip(contents.Maps), of =>
    {
        var (view, map) = of;
        var matrix = view.Matrix;
        json.WriteStartObject();
        json.WriteString("metric", matrix.Metric);
        // A judge's place in the report, so that a cell leads to the contrast of two.
        List("judges", matrix.Judges, judge => json.WriteNumberValue(PlaceOf(contents.Judges, judge)));
        foreach (var order in new[] { SimilarityOrder.Clustered, SimilarityOrder.Name, SimilarityOrder.Size })
            List(JsonNamingPolicy.CamelCase.ConvertName(order.ToString()), SimilarityFigure.PlacesBy(matrix, order), json.WriteNumberValue);
        json.WriteNumber("groups", matrix.Groups.Count);
        Cells(view);
        if (map is not null) Map(map);
        json.WriteEndObject();
    });

    // row → the cells before the diagonal: [similarity or null, properties, groups, reason], with median, low and high where the posterior is known
    private void Cells(SimilarityView view) => List("cells", view.Matrix.Judges.Index(), row => List(null, Enumerable.Range(0, row.Index), column =>
    {
        var cell = view.Matrix[row.Index, column];
        json.WriteStartArray();
        if (cell.Value is { } value) json.WriteNumberValue(value);
        else json.WriteNullValue();
        json.WriteNumberValue(cell.Properties);
        json.WriteNumberValue(cell.Groups);
        json.WriteStringValue(cell.Reason);
        if (view.IntervalOf(row.Index, column) is { } interval)
        {
            json.WriteNumberValue(interval.Median);
            json.WriteNumberValue(interval.Low);
            json.WriteNumberValue(interval.High);
        }
        json.WriteEndArray();
    }));

    private void Map(JudgeMap map)
    {
        json.WriteNumber("stress", map.Stress);
        List("points", map.Points, point => Numbers(point.X, point.Y));
    }

    // "one-other-group" by places → pairs of either fit, and rows of [property, difference, low, high, probability]
    private void Contrasts()
    {
        json.WriteStartObject("contrasts");
        foreach (var (key, view, group) in ContrastsOf(contents))
        {
            var (greater, lesser) = view.Pairs[group];
            json.WriteStartObject(key);
            json.WriteStartArray("pairs");
            json.WriteNumberValue(greater);
            json.WriteNumberValue(lesser);
            json.WriteEndArray();
            json.WriteString("annotator", view.Annotator.Id);
            List("rows", view.Rows.Where(row => row.Group == group && row is { Low: not null, High: not null, ProbabilityGreater: not null }),
                row => Numbers(PlaceOf(contents.Rows, row.Property), row.Difference, row.Low!.Value, row.High!.Value, row.ProbabilityGreater!.Value));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Every contrast of two judges on a group, with the key that the script finds it by.</summary>
    public static IEnumerable<(string Key, ContrastView View, string Group)> ContrastsOf(ReportContents contents) =>
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

    private void Texts(string field, IEnumerable<string> texts) => List(field, texts, json.WriteStringValue);

    private void List<T>(string? field, IEnumerable<T> items, Action<T> write)
    {
        if (field is null) json.WriteStartArray();
        else json.WriteStartArray(field);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private void Numbers(params ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
