using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Figures;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Charts;

/// <summary>Figures as files: <c>/study/SOURCE/PAGE/export/FIGURE.FORMAT</c> with the page's own query. PNG is made of the SVG in the browser.</summary>
internal static class FigureExport
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The address of an export.</summary>
    public static string Address(Source source, string page, PageFigure figure, string format, PageQuery query) => $"{source.Address(page)}/export/{figure.Name}.{format}{query}";

    /// <summary>Serves the exports.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/study/{source}/{page}/export/{figure}.{format}", (string source, string page, string figure, string format, HttpContext context) =>
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<SourceList>().Find(source) is not { } found) return Results.NotFound();
        if (services.GetServices<IFigurePage>().FirstOrDefault(one => one.Page == page) is not { } figures) return Results.NotFound();
        try
        {
            var reading = new SourceReading(found, services.GetRequiredService<KeptResults>(), services.GetRequiredService<DashboardOptions>().MostPairsRead) { Patience = Timeout.InfiniteTimeSpan };
            var made = figures.Figures(reading, PageQuery.Of(context.Request.Query), context.RequestAborted).FirstOrDefault(one => one.Name == figure);
            return made is null ? Results.NotFound() : File(made, $"{page}-{made.Name}", format);
        }
        catch (Exception error) when (error is RequestException or StudyException)
        {
            return Results.Text(error.Message, "text/plain", Encoding.UTF8, StatusCodes.Status404NotFound);
        }
    });

    private static IResult File(PageFigure figure, string name, string format) => format switch
    {
        "svg" => Results.File(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + figure.Draw(new Canvas(PageDrawingsWidth, "figure"))), "image/svg+xml", name + ".svg"),
        "csv" => Results.File(Encoding.UTF8.GetBytes(figure.Data.ToCsv()), "text/csv", name + ".csv"),
        "json" => Results.File(ToJson(figure), "application/json", name + ".json"),
        _ => Results.NotFound(),
    };

    private const double PageDrawingsWidth = Reporting.Pages.PageDrawings.Wide;

    private static byte[] ToJson(PageFigure figure)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("title", figure.Title);
            figure.Provenance.WriteTo(writer);
            writer.WriteStartArray("rows");
            foreach (var row in figure.Data.Rows)
            {
                writer.WriteStartObject();
                for (var i = 0; i < row.Count; i++) Write(writer, figure.Data.Columns[i].Name, row[i]);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, object? cell)
    {
        switch (cell)
        {
            case double number: writer.WriteNumber(name, number); break;
            case int count: writer.WriteNumber(name, count); break;
            case long count: writer.WriteNumber(name, count); break;
            case bool truth: writer.WriteBoolean(name, truth); break;
            case null: writer.WriteNull(name); break;
            default: writer.WriteString(name, cell.ToString()); break;
        }
    }
}
