using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>Counts or shares over categories or bins as upright bars; several series side by side or stacked.</summary>
/// <param name="Caption">The words around the figure.</param>
/// <param name="Bars">Names of the categories or bins, in their order, at least one.</param>
/// <param name="Series">The series, at least one, each with a value a bar.</param>
/// <param name="Across">What the categories or bins are.</param>
/// <param name="Values">The value axis, from 0.</param>
public sealed record Histogram(Caption Caption, IReadOnlyList<string> Bars, IReadOnlyList<HistogramSeries> Series, string Across, Axis Values)
{
    /// <summary>Whether series stand on each other instead of side by side.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Whether bars are bins of one range and stand without gaps.</summary>
    public bool IsContinuous { get; init; }

    /// <summary>The figure as one <c>svg</c> element. The same input gives the same text.</summary>
    /// <param name="canvas">Width and id.</param>
    /// <exception cref="ArgumentException">
    /// No bar or series, a series whose values do not match the bars, a value below 0 or not finite, or a link that leaves the site; the message names series and bar.
    /// </exception>
    public string ToSvg(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Check();
        return new HistogramDrawing(this, canvas).Draw();
    }

    private void Check()
    {
        if (Series.Count == 0 || Bars.Count == 0)
            throw new ArgumentException($"A histogram needs a series and a bar; it has {Series.Count} series and {Bars.Count} bars.");
        if (Values.AtLeast is { } span && !(double.IsFinite(span.High - span.Low) && span.Low <= span.High))
            throw new ArgumentException($"The value axis cannot span {span.Low} to {span.High}.");
        foreach (var series in Series)
        {
            foreach (var (count, what) in new[] { (series.Values.Count, "values"), (series.Details?.Count ?? Bars.Count, "details"), (series.Hrefs?.Count ?? Bars.Count, "links") })
                if (count != Bars.Count)
                    throw new ArgumentException($"Series '{series.Name}' has {count} {what} for {Bars.Count} bars.");
            for (var i = 0; i < Bars.Count; i++)
            {
                var where = $"Series '{series.Name}', bar {i + 1} ('{Bars[i]}')";
                if (!(series.Values[i] >= 0 && double.IsFinite(series.Values[i])))
                    throw new ArgumentException($"{where}: the value is {series.Values[i]}; it must be a finite number of at least 0.");
                Link.Check(series.Hrefs?[i], where);
            }
        }
    }
}
