using System.Globalization;
using Prefdissect.Figures.Clustering;
using Prefdissect.Figures.Drawing;
using Prefdissect.Figures.Scales;

namespace Prefdissect.Figures;

/// <summary>Draws one checked <see cref="HeatMap"/> on one canvas.</summary>
internal sealed class HeatMapDrawing
{
    private const double BarHeight = 12;
    private const double BarSteps = 60;
    private const int MostTabStops = 100;
    private const double MostFrame = 3;
    private readonly HeatMap figure;
    private readonly Canvas canvas;
    private readonly SvgWriter svg = new();
    private readonly HeatMapLayout layout;
    private readonly IReadOnlyList<int> rowOrder;
    private readonly IReadOnlyList<int> columnOrder;
    private readonly Interval span;
    private readonly Func<double, string>? write;

    public HeatMapDrawing(HeatMap figure, Canvas canvas)
    {
        (this.figure, this.canvas) = (figure, canvas);
        layout = new HeatMapLayout(figure, canvas);
        rowOrder = figure.RowTree?.LeafOrder ?? [.. Enumerable.Range(0, figure.RowNames.Count)];
        columnOrder = figure.ColumnTree?.LeafOrder ?? [.. Enumerable.Range(0, figure.ColumnNames.Count)];
        span = ColourSpan();
        write = Writing();
    }

    private double Bottom(double top) => top + (layout.RowHeight * rowOrder.Count);

    public string Draw()
    {
        svg.Hatch(canvas.Id + "-hatch");
        var y = ColourBar(Frame.Head(svg, canvas, figure.Caption)) + (3 * Tokens.Space);
        var top = figure.ColumnTree is { Merges.Count: > 0 } ? y + HeatMapLayout.TreeDepth : y + layout.ColumnNameRoom + (1.5 * Tokens.Space);
        Rows(top);
        RowNumbers(top);
        y = ColumnNames(top);
        if (figure.IsSortable)
            svg.OpenGroup(("data-tree", "tree"));
        if (layout.HasRowTree)
            Tree(figure.RowTree!, p => top + ((p + 0.5) * layout.RowHeight), (along, depth) => (layout.Left - 3 - depth, along));
        if (figure.ColumnTree is { Merges.Count: > 0 } tree)
            Tree(tree, p => layout.Left + ((p + 0.5) * layout.ColumnWidth), (along, depth) => (along, top - 3 - depth));
        if (figure.IsSortable)
            svg.CloseGroup();
        var height = Frame.Foot(svg, canvas, figure.Caption, y);
        return svg.Finish(canvas, height, figure.Caption.Title, figure.Caption.Description ?? OwnDescription());
    }

    private Interval ColourSpan()
    {
        var values = figure.Values.Cast<double?>().OfType<double>().ToList();
        var asked = figure.Span ?? (values.Count > 0 ? new Interval(values.Min(), values.Max()) : new Interval(0, 1));
        if (figure.Ramp.IsDiverging)
        {
            var reach = Math.Max(Math.Abs(asked.Low), Math.Abs(asked.High));
            asked = new Interval(-reach, reach);
        }

        if (figure.Span is not null)
            return asked;
        var ticks = Ticks.Covering(asked.Low, asked.High, 9).Values;
        return new Interval(ticks[0], ticks[^1]);
    }

    private double Share(double value) => (value - span.Low) / (span.High - span.Low);

    // "0.83" where it fits, else ".83", else nothing: the tooltip has it
    private Func<double, string>? Writing()
    {
        var values = figure.Values.Cast<double?>().OfType<double>().ToList();
        bool Fits(Func<double, string> writing) =>
            values.Count > 0 && values.Max(v => TextMeasure.Width(writing(v), TextStyle.Cell)) + 2 <= layout.ColumnWidth;
        string Short(double value)
        {
            var text = figure.Format.Bare(value);
            return !text.AsSpan().ContainsAnyInRange('1', '9') ? "0" : text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
                : text.StartsWith("\u22120.", StringComparison.Ordinal) ? "\u2212" + text[2..]
                : text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        }

        return figure.HasColumnChoice || Fits(figure.Format.Bare) ? figure.Format.Bare : Fits(Short) ? Short : null;
    }

    private void Rows(double top)
    {
        double Y(int place) => top + (place * layout.RowHeight);
        for (var r = 0; r < rowOrder.Count; r++)
        {
            if (figure.IsSortable)
                svg.OpenGroup(("data-row", Index(rowOrder[r])), ("data-height", SvgWriter.Number(layout.RowHeight)),
                    ("data-left", figure.HasColumnChoice ? SvgWriter.Number(layout.Left) : null), ("data-room", figure.HasColumnChoice ? SvgWriter.Number(layout.Right - layout.Left) : null));
            // Keys come to a name before they come to its cells.
            RowName(rowOrder[r], Y(r) + (0.5 * layout.RowHeight));
            for (var c = 0; c < columnOrder.Count; c++)
                Cell(rowOrder[r], columnOrder[c], layout.Left + (c * layout.ColumnWidth), Y(r));
            if (figure.IsSortable)
                svg.CloseGroup();
        }
    }

    private void Cell(int row, int column, double x, double y)
    {
        var value = figure.Values[row, column];
        var (width, height) = (layout.ColumnWidth, layout.RowHeight);
        var style = width >= 44 ? TextStyle.Cell with { Size = Tokens.BodySize } : TextStyle.Cell;
        var (middle, baseline) = (x + (width / 2), y + (height / 2) + style.Drop);
        OpenCell(row, column, value);
        // a hairline of paper between cells, where there is room for one
        var line = width >= 12 ? 0.5 : 0;
        if (value is { } known)
        {
            svg.Cell(x + line, y + line, width - (2 * line), height - (2 * line), figure.Ramp.At(Share(known)));
            var isHollow = figure.Hollow?[row, column] is true;
            var inner = line + Math.Min(MostFrame, width / 5);
            if (isHollow)
                svg.Rect(x + inner, y + inner, width - (2 * inner), height - (2 * inner), "paper");
            if (write is not null && isHollow)
                svg.Text(middle, baseline, write(known), style with { Colour = "ink" }, Anchor.Middle);
            else if (write is not null)
                svg.CellText(middle, baseline, write(known), style, figure.Ramp.TextAt(Share(known)));
        }
        else
        {
            svg.Cell(x + line, y + line, width - (2 * line), height - (2 * line), $"url(#{canvas.Id}-hatch)");
            svg.Text(middle, baseline, "–", style with { Colour = "ink halo" }, Anchor.Middle);
        }

        svg.CloseGroup();
        if (figure.Hrefs?[row, column] is not null)
            svg.CloseGroup();
    }

    private void OpenCell(int row, int column, double? value)
    {
        var tooltip = $"{figure.RowNames[row]} · {figure.ColumnNames[column]}: {(value is { } v ? figure.Format.Full(v) : "no value")}";
        var detail = figure.Details?[row, column];
        if (figure.Hrefs?[row, column] is { } href)
            svg.OpenLink(href, detail ?? tooltip, figure.Hrefs.Length <= MostTabStops);
        if (detail is null && !figure.IsSortable)
            svg.OpenGroup(tooltip);
        else
            svg.OpenGroup(("class", "mark"), ("data-detail", detail switch { null => tooltip, "" => null, _ => detail }));
    }

    private void RowName(int row, double middle)
    {
        var (name, style) = (figure.RowNames[row], TextStyle.Cell with { Colour = "ink" });
        if (figure.RowHrefs?[row] is { } href)
            svg.OpenLink(href, name);
        if (layout.NamesRight)
            svg.Text(layout.NameX + layout.NumberRoom, middle + style.Drop, name, style, room: layout.NameRoom + 0.01);
        else
            svg.Text(layout.NameX - layout.NumberRoom, middle + style.Drop, name, style, Anchor.End, layout.NameRoom + 0.01);
        if (figure.RowHrefs?[row] is not null)
            svg.CloseGroup();
    }

    // the numbers tell places, and stay where rows are reordered
    private void RowNumbers(double top)
    {
        if (layout.Naming != ColumnNaming.Numbered || !HasSameNames)
            return;
        for (var r = 0; r < rowOrder.Count; r++)
            svg.Text(layout.NameX, top + ((r + 0.5) * layout.RowHeight) + TextStyle.Cell.Drop, Place(r), TextStyle.Small, layout.NamesRight ? Anchor.Start : Anchor.End);
    }

    private bool HasSameNames => rowOrder.Select(r => figure.RowNames[r]).SequenceEqual(columnOrder.Select(c => figure.ColumnNames[c]));

    private double ColumnNames(double top)
    {
        var isBelow = figure.ColumnTree is { Merges.Count: > 0 };
        var near = isBelow ? Bottom(top) + (1.5 * Tokens.Space) : top - (1.5 * Tokens.Space);
        var style = TextStyle.Cell with { Colour = "ink" };
        for (var c = 0; c < columnOrder.Count; c++)
        {
            var (x, name) = (layout.Left + ((c + 0.5) * layout.ColumnWidth), figure.ColumnNames[columnOrder[c]]);
            OpenColumn(columnOrder[c], name);
            if (layout.Naming == ColumnNaming.Upwards)
                svg.TextUpwards(x + style.Drop, near, name, style, isBelow ? Anchor.End : Anchor.Start, layout.ColumnNameRoom + 0.01);
            else if (layout.Naming == ColumnNaming.Level)
                svg.Text(x, isBelow ? near + style.Size : near, name, style, Anchor.Middle);
            else if (figure.HasColumnChoice || IsNumberShown(c))
                svg.Text(x, isBelow ? near + style.Size : near, Place(c), TextStyle.Small, Anchor.Middle);
            CloseColumn(columnOrder[c]);
        }

        var bottom = isBelow ? near + layout.ColumnNameRoom : Bottom(top);
        if (layout.Naming != ColumnNaming.Numbered || HasSameNames || figure.HasColumnChoice)
            return bottom;
        var list = string.Join(", ", columnOrder.Select((c, i) => $"{Place(i)} {figure.ColumnNames[c]}"));
        return Frame.Paragraph(svg, Tokens.Margin, bottom + (2 * Tokens.Space), canvas.Width - (2 * Tokens.Margin), "Columns: " + list, TextStyle.Small, 60);
    }

    private void OpenColumn(int column, string name)
    {
        // numbers stay where columns are reordered
        if (figure.IsSortable)
            svg.OpenGroup((layout.Naming == ColumnNaming.Numbered ? "data-column-number" : "data-column", Index(column)), ("data-width", SvgWriter.Number(layout.ColumnWidth)));
        if (figure.ColumnHrefs?[column] is { } href)
            svg.OpenLink(href, name);
    }

    private void CloseColumn(int column)
    {
        if (figure.ColumnHrefs?[column] is not null)
            svg.CloseGroup();
        if (figure.IsSortable)
            svg.CloseGroup();
    }

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    // 1, then round numbers far enough apart
    private bool IsNumberShown(int column)
    {
        var least = TextMeasure.Width(Place(columnOrder.Count), TextStyle.Small) * 1.5 / layout.ColumnWidth;
        var stride = new[] { 5, 10, 20, 50, 100, 200, 500 }.FirstOrDefault(n => n - 1 >= least, 1000);
        return column == 0 || (column + 1) % stride == 0;
    }

    private double ColourBar(double y)
    {
        var (left, width) = (Tokens.Margin, Math.Min(260, canvas.Width - (4 * Tokens.Margin)));
        svg.Text(Tokens.Margin, y + TextStyle.Small.Size, figure.ValueTitle, TextStyle.Small, room: canvas.Width - (2 * Tokens.Margin));
        y += TextStyle.Small.LineHeight + Tokens.Space;
        // the steps overlap, or hairlines would show between them
        for (var i = 0; i < BarSteps; i++)
        {
            var done = i * width / BarSteps;
            svg.Cell(left + done, y, Math.Min((width / BarSteps) + 1, width - done), BarHeight, figure.Ramp.At((i + 0.5) / BarSteps));
        }

        var axis = new LinearScale(span.Low, span.High, left, left + width);
        var ticks = BarTicks(width);
        foreach (var value in ticks.Values.Where(v => Share(v) is >= -1e-9 and <= 1 + 1e-9))
        {
            svg.Line(axis.At(value), y + BarHeight, axis.At(value), y + BarHeight + 3, "axis");
            var label = figure.Format.Tick(value, ticks.Step);
            var x = Math.Max(axis.At(value), (TextMeasure.Width(label, TextStyle.Small) / 2) + Tokens.Space);
            svg.Text(x, y + BarHeight + TextStyle.Small.Size + 4, label, TextStyle.Small, Anchor.Middle);
        }

        return y + BarHeight + TextStyle.Small.LineHeight + Tokens.Space;
    }

    private Ticks BarTicks(double width)
    {
        for (var most = 9; ; most--)
        {
            var ticks = Ticks.Covering(span.Low, span.High, most);
            var widest = ticks.Values.Max(v => TextMeasure.Width(figure.Format.Tick(v, ticks.Step), TextStyle.Small));
            if (most == 3 || (widest + 10) * (span.High - span.Low) <= width * ticks.Step)
                return ticks;
        }
    }

    private void Tree(Dendrogram tree, Func<double, double> along, Func<double, double, (double X, double Y)> place)
    {
        var leaves = tree.LeafOrder.Count;
        var at = new (double Place, double Height)[leaves + tree.Merges.Count];
        for (var p = 0; p < leaves; p++)
            at[tree.LeafOrder[p]] = (p, 0);
        var highest = tree.Merges.Max(m => m.Height);
        var unit = highest > 0 ? (HeatMapLayout.TreeDepth - 8) / highest : 0;
        for (var k = 0; k < tree.Merges.Count; k++)
        {
            var merge = tree.Merges[k];
            var (left, right) = (at[merge.Left], at[merge.Right]);
            var (a, b) = (place(along(left.Place), left.Height * unit), place(along(left.Place), merge.Height * unit));
            var (c, d) = (place(along(right.Place), merge.Height * unit), place(along(right.Place), right.Height * unit));
            svg.Path("tree", ('M', a.X, a.Y), ('L', b.X, b.Y), ('L', c.X, c.Y), ('L', d.X, d.Y));
            at[leaves + k] = ((left.Place + right.Place) / 2, merge.Height);
        }
    }

    private string OwnDescription()
    {
        var values = figure.Values.Cast<double?>().OfType<double>().ToList();
        var range = values.Count > 0 ? $"Values from {figure.Format.Full(values.Min())} to {figure.Format.Full(values.Max())}." : "No values.";
        var names = string.Join(", ", rowOrder.Select(r => figure.RowNames[r]));
        return $"Heat map of {rowOrder.Count} rows ({names}) by {columnOrder.Count} columns: {figure.ValueTitle}. {range}";
    }
}
