using System.Globalization;
using System.IO.Compression;
using System.Text;
using Prefdissect.Figures;

namespace Prefdissect.Reporting.Pages;

/// <summary>
/// The figures of an interactive report, each drawn once a width: the one shown first in its place, the others deflated in templates, from which the script takes them when
/// they are asked for.
/// </summary>
internal sealed class ReportDrawings(PageWriter page, ReportContents contents)
{
    private readonly PageDrawings drawings = new();

    /// <summary>Figures drawn, each counted once whatever its widths.</summary>
    public int Count { get; private set; }

    /// <summary>Places of the judges that are shown at first.</summary>
    public IReadOnlyList<int> First => [.. Enumerable.Range(0, Math.Min(contents.Study is null ? 3 : DegreesChart.MostChosen, contents.Judges.Count))];

    /// <summary>Degrees of preference: dots a group, and with several judges a map a group.</summary>
    public void Degrees()
    {
        Both("degrees",
        [
            .. contents.Groups.Select((of, i) => ($"dots-{Number(i)}", (Func<Canvas, string>)(canvas => Chart(of.Group, of.Degrees).Dots(of.Group, contents.Axis).ToSvg(canvas)))),
            .. contents.Groups.Where(_ => contents.Judges.Count > 1).Select((of, i) => ($"map-{Number(i)}", (Func<Canvas, string>)(canvas => Chart(of.Group, of.Degrees).Map().ToSvg(canvas)))),
        ]);
    }

    /// <summary>How alike judges are: a heat map a metric.</summary>
    public void Similarities() => Both("similarity", [.. contents.Similarities.Select((view, i) => (Number(i), (Func<Canvas, string>)(canvas =>
    {
        var figure = SimilarityFigure.Of(view.Matrix, contents.Simulated, contents.Provenance);
        // the order can change under the words, and the script knows what cells are
        return (figure with { IsSortable = true, Caption = figure.Caption with { Subtitle = null }, Details = Empty(view.Matrix.Judges.Count) }).ToSvg(canvas);
    })))]);

    /// <summary>Judges as maps, one a metric.</summary>
    public void Maps() => Both("map",
    [
        .. from of in contents.Similarities.Zip(contents.Maps).Index()
           where of.Item.Second is not null
           select (Number(of.Index), (Func<Canvas, string>)JudgeMapFigure.Of(of.Item.First.Matrix, of.Item.Second, contents.Simulated, contents.Provenance).ToSvg),
    ]);

    /// <summary>Contrasts of two judges each, narrow in every window: the table stands beside them.</summary>
    public void Contrasts()
    {
        var all = ReportData.ContrastsOf(contents).ToList();
        page.Element("div class=\"beside\" data-slot=\"contrast\" data-width=\"beside\"", "");
        foreach (var ofGroup in all.GroupBy(of => of.Group))
            Template("contrast", "beside", PageDrawings.Narrow, [.. ofGroup.Select(of => (of.Key, (Func<Canvas, string>)(ContrastFigure.Of(of.View, of.Group, contents.Provenance) with { IsScripted = true }).ToSvg))]);
        Count += all.Count;
        if (all.Count == 0) page.Element("p class=\"quiet\"", contents.Study is null
            ? "Published weights are points, so their difference has no interval: see the two in the figure above, ordered by their difference."
            : contents.Study.ContrastsReason ?? "No two judges have draws on a common group.");
    }

    private DegreesChart Chart(string group, IReadOnlyList<JudgeDegrees> degrees) =>
        new(degrees, contents.Rows, contents.Properties, contents.Provenance) { HasHeadings = true, Shown = First, GroupName = contents.GroupName(group) };

    private static string?[,] Empty(int count)
    {
        var details = new string?[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) details[i, j] = "";
        }
        return details;
    }

    private void Both(string name, IReadOnlyList<(string Key, Func<Canvas, string> Draw)> figures)
    {
        foreach (var (width, px) in new[] { ("wide", PageDrawings.Wide), ("narrow", PageDrawings.Narrow) })
        {
            var first = figures.Count == 0 ? ("", _ => "") : figures[0];
            page.Element($"div class=\"{width}\" data-slot=\"{name}\" data-width=\"{width}\" data-key=\"{first.Key}\"", () => page.Markup(figures.Count == 0 ? "" : drawings.At(px, first.Draw)));
            foreach (var figure in figures.Skip(1)) Template(name, width, px, [figure]);
        }
        Count += figures.Count;
    }

    // One of dozens is looked at, and what they are drawn of repeats itself: deflated they take a tenth, and small ones together still less.
    private void Template(string name, string width, double px, IReadOnlyList<(string Key, Func<Canvas, string> Draw)> figures) =>
        page.Element($"template data-figure=\"{name}\" data-keys=\"{string.Join(' ', figures.Select(of => of.Key))}\" data-width=\"{width}\"",
            () => page.Markup(Deflated(string.Concat(figures.Select(of => drawings.At(px, of.Draw))))));

    private static string Deflated(string text)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static string Number(int place) => place.ToString(CultureInfo.InvariantCulture);
}
