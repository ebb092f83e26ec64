using System.Globalization;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;

namespace Prefdissect.Reporting.Pages;

/// <summary>
/// The figures of an interactive report, each drawn once a width: the one shown first in its place, the others in templates, from which the script takes them.
/// </summary>
internal sealed class ReportDrawings(PageWriter page, ReportContents contents)
{
    /// <summary>Most rows of contrasts that are all drawn; of more, those of the first group are.</summary>
    private const int MostContrastRows = 1500;

    private readonly PageDrawings drawings = new();

    /// <summary>Figures drawn, each counted once whatever its widths.</summary>
    public int Count { get; private set; }

    /// <summary>Degrees of preference: a figure a group.</summary>
    public void Degrees()
    {
        var places = contents.Rows.Index().ToDictionary(of => of.Item, of => of.Index.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var groups = contents.Groups.Select((of, i) => (i.ToString(CultureInfo.InvariantCulture), (Func<Canvas, string>)(canvas => new ManyJudgesFigure(of.Degrees, contents.Properties, contents.Provenance)
        {
            Axis = contents.Axis,
            GroupText = contents.GroupName(of.Group),
            KeyOf = property => places[property],
            IsTerse = true,
            Shown = First,
        }.Of(of.Group).ToSvg(canvas))));
        Both("degrees", groups);
    }

    /// <summary>Places of the judges that are shown at first.</summary>
    public IReadOnlyList<int> First => [.. Enumerable.Range(0, Math.Min(contents.Study is null ? 3 : ManyJudgesFigure.Most, contents.Judges.Count))];

    /// <summary>How alike judges are: a heat map a metric.</summary>
    public void Similarities() => Both("similarity", contents.Similarities.Select((matrix, i) => (i.ToString(CultureInfo.InvariantCulture), (Func<Canvas, string>)(canvas =>
    {
        var figure = SimilarityFigure.Of(matrix, contents.Simulated, contents.Provenance);
        // the order can change under the words, and the script knows what cells are
        return (figure with { IsSortable = true, Caption = figure.Caption with { Subtitle = null }, Details = Empty(matrix.Judges.Count) }).ToSvg(canvas);
    }))));

    private static string?[,] Empty(int count)
    {
        var details = new string?[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) details[i, j] = "";
        }
        return details;
    }

    /// <summary>Judges as maps, one a metric.</summary>
    public void Maps() => Both("map", contents.Similarities.Index().Where(of => of.Item.Cells.All(row => row.All(cell => cell.Value is not null)))
        .Select(of => (of.Index.ToString(CultureInfo.InvariantCulture), (Func<Canvas, string>)JudgeMapFigure.Of(of.Item, JudgeMap.Of(of.Item), contents.Simulated, contents.Provenance).ToSvg)));

    /// <summary>Contrasts of two judges each, narrow in every window: the table stands beside them.</summary>
    public void Contrasts()
    {
        var all = ReportData.ContrastsOf(contents).ToList();
        var isWhole = all.Sum(of => of.View.Rows.Count(row => row.Group == of.Group)) <= MostContrastRows;
        var drawn = isWhole ? all : all.FindAll(of => of.Group == contents.Groups[0].Group);
        page.Element("div class=\"beside\" data-slot=\"contrast\" data-width=\"beside\"", "");
        foreach (var (key, view, group) in drawn)
        {
            Template("contrast", key, "beside", PageDrawings.Narrow, (ContrastFigure.Of(view, group, contents.Provenance) with { IsScripted = true }).ToSvg);
            Count++;
        }
        if (!isWhole && drawn.Count > 0) page.Element("p class=\"quiet\" id=\"not-drawn\" hidden", $"Contrasts are drawn for {contents.GroupName(contents.Groups[0].Group)} alone, to keep the page small; the table has every group.");
        if (all.Count == 0) page.Element("p class=\"quiet\"", contents.Study is null
            ? "Published weights are points, so their difference has no interval: see the two in the figure above, ordered by their difference."
            : contents.Study.ContrastsReason ?? "No two judges have draws on a common group.");
    }

    private void Both(string name, IEnumerable<(string Key, Func<Canvas, string> Draw)> figures)
    {
        var all = figures.ToList();
        foreach (var (width, px) in new[] { ("wide", PageDrawings.Wide), ("narrow", PageDrawings.Narrow) })
        {
            var first = all.Count == 0 ? ("", _ => "") : all[0];
            page.Element($"div class=\"{width}\" data-slot=\"{name}\" data-width=\"{width}\" data-key=\"{first.Key}\"", () => page.Markup(all.Count == 0 ? "" : drawings.At(px, first.Draw)));
            foreach (var (key, draw) in all.Skip(1)) Template(name, key, width, px, draw);
        }
        Count += all.Count;
    }

    private void Template(string name, string key, string width, double px, Func<Canvas, string> draw) =>
        page.Element($"template data-figure=\"{name}\" data-key=\"{key}\" data-width=\"{width}\"", () => page.Markup(drawings.At(px, draw)));
}
