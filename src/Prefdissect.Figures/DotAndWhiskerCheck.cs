using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>What must hold of a <see cref="DotAndWhisker"/> before it is drawn.</summary>
internal static class DotAndWhiskerCheck
{
    /// <exception cref="ArgumentException">Something does not hold; the message names the row.</exception>
    public static void Throw(DotAndWhisker figure)
    {
        if (figure.Series.Count == 0 || figure.Rows.Count == 0)
            throw new ArgumentException($"A dot-and-whisker figure needs a series and a row; it has {figure.Series.Count} series and {figure.Rows.Count} rows.");
        if (figure.Reference is { Value: var reference } && !double.IsFinite(reference))
            throw new ArgumentException($"The reference line stands at {reference}; it must be a finite number.");
        if (figure.Axis.AtLeast is { } span)
            Interval(span, "The axis", "range");
        if (figure.Choice is { } choice)
            Choice(figure, choice);
        for (var i = 0; i < figure.Rows.Count; i++)
            Row(figure, i);
    }

    private static void Choice(DotAndWhisker figure, SeriesChoice choice)
    {
        var isOfSeries = choice.Shown.All(s => s >= 0 && s < figure.Series.Count) && choice.Shown.Distinct().Count() == choice.Shown.Count;
        if (!isOfSeries || choice.Shown.Count == 0 || choice.Shown.Count > choice.Most)
            throw new ArgumentException(
                $"Shown are series {string.Join(", ", choice.Shown)}; expected 1 to {choice.Most} different places of the {figure.Series.Count} series, from 0.");
        if (figure.Rows.FirstOrDefault(r => r.Key is null) is { } row)
            throw new ArgumentException($"Row '{row.Label}' has no key; a figure whose series are chosen needs one in every row.");
    }

    private static void Row(DotAndWhisker figure, int index)
    {
        var row = figure.Rows[index];
        if (row.Points.Count != figure.Series.Count)
            throw new ArgumentException(
                $"Row {index + 1} ('{row.Label}') has {row.Points.Count} points for {figure.Series.Count} series; give null where a series has none.");
        Link.Check(row.Href, $"Row {index + 1} ('{row.Label}')");
        for (var s = 0; s < row.Points.Count; s++)
        {
            if (row.Points[s] is not { } point)
                continue;
            var where = $"Row {index + 1} ('{row.Label}'), series '{figure.Series[s]}'";
            Link.Check(point.Href, where);
            Finite(point.Centre, where, "centre");
            if (point.Second is { } second)
                Finite(second, where, "second mark");
            if (point.Inner is { } inner)
                Interval(inner, where, "inner interval");
            if (point.Outer is { } outer)
                Interval(outer, where, "outer interval");
        }
    }

    private static void Interval(Interval interval, string where, string what)
    {
        Finite(interval.Low, where, what + "'s lower end");
        Finite(interval.High, where, what + "'s upper end");
        if (interval.Low > interval.High)
            throw new ArgumentException($"{where}: the {what} runs from {interval.Low} down to {interval.High}.");
    }

    private static void Finite(double value, string where, string what)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{where}: the {what} is {value}; it must be a finite number.");
    }
}
