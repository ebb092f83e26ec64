using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests.Reports;

/// <summary>What a report saves of one of its figures.</summary>
public sealed class SavedFigure(IPage page, string figure)
{
    /// <summary>The rows of its JSON, of which CSV must hold the same: every number digit for digit, every text (one that a spreadsheet would take for a formula after an apostrophe), nothing where there is nothing.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync()
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(await SaveAsync("json")));
        document.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        document.RootElement.GetProperty("provenance").GetProperty("command").GetString().ShouldBe("report");
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.Clone()).ToList();
        using var reader = new StreamReader(await SaveAsync("csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read().ShouldBeTrue();
        csv.ReadHeader();
        foreach (var row in rows)
        {
            csv.Read().ShouldBeTrue();
            csv.HeaderRecord.ShouldBe(row.EnumerateObject().Select(field => field.Name));
            foreach (var field in row.EnumerateObject())
            {
                var cell = csv.GetField(field.Name)!;
                if (field.Value.ValueKind == JsonValueKind.Number) double.Parse(cell, CultureInfo.InvariantCulture).ShouldBe(field.Value.GetDouble());
                else cell.ShouldBe(field.Value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => field.Value.GetString() is ['=' or '+' or '-' or '@', ..] formula ? "'" + formula : field.Value.GetString(), _ => field.Value.GetRawText() });
            }
        }
        csv.Read().ShouldBeFalse();
        return rows;
    }

    /// <summary>Its CSV.</summary>
    public async Task<string> CsvAsync() => await File.ReadAllTextAsync(await SaveAsync("csv"));

    /// <summary>Its drawing, which needs nothing of the page.</summary>
    public async Task<XElement> SvgAsync()
    {
        var svg = XDocument.Parse(await File.ReadAllTextAsync(await SaveAsync("svg"))).Root!;
        svg.Name.LocalName.ShouldBe("svg");
        svg.ToString().ShouldNotContain("var(--");
        svg.Descendants().ShouldNotContain(element => (string?)element.Attribute("display") == "none");
        return svg;
    }

    /// <summary>Width and height of its picture.</summary>
    public async Task<(int Width, int Height)> PngAsync()
    {
        var bytes = await File.ReadAllBytesAsync(await SaveAsync("png"));
        bytes.AsSpan(0, 8).ToArray().ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        static int Number(ReadOnlySpan<byte> of) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(of);
        return (Number(bytes.AsSpan(16)), Number(bytes.AsSpan(20)));
    }

    private async Task<string> SaveAsync(string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-save={figure}] [data-format={format}]").ClickAsync());
        download.SuggestedFilename.ShouldBe($"{figure}.{format}");
        return await download.PathAsync();
    }
}
