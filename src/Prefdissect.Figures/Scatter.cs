using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>
/// Points with their names in a plane. A name stands where it covers neither another name nor a point, with a line to its point where it had to move away;
/// one that finds no place is left to the tooltip, and the figure says how many.
/// </summary>
/// <param name="Caption">The words around the figure.</param>
/// <param name="Series">Names of the series, at least one.</param>
/// <param name="Points">The points, at least one.</param>
/// <param name="X">The axis across.</param>
/// <param name="Y">The axis upwards.</param>
public sealed record Scatter(Caption Caption, IReadOnlyList<string> Series, IReadOnlyList<ScatterPoint> Points, Axis X, Axis Y)
{
    /// <summary>Whether both axes have one scale and no ticks: a map, of which only distances mean something.</summary>
    public bool IsMap { get; init; }

    /// <summary>What the sizes of the marks tell; needed in the key where points have sizes.</summary>
    public string? SizeTitle { get; init; }

    /// <summary>The figure as one <c>svg</c> element. The same input gives the same text.</summary>
    /// <param name="canvas">Width and id.</param>
    /// <exception cref="ArgumentException">
    /// No point or series, a series that does not exist, a number that is not finite, a size that is not positive, or a link that leaves the site; the message names the point.
    /// </exception>
    public string ToSvg(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Check();
        return new ScatterDrawing(this, canvas).Draw();
    }

    private void Check()
    {
        if (Series.Count == 0 || Points.Count == 0)
            throw new ArgumentException($"A scatter plot needs a series and a point; it has {Series.Count} series and {Points.Count} points.");
        foreach (var (i, point) in Points.Index())
        {
            var where = $"Point {i + 1} ('{point.Label}')";
            if (point.Series < 0 || point.Series >= Series.Count)
                throw new ArgumentException($"{where} is of series {point.Series}; there are {Series.Count}, from 0.");
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
                throw new ArgumentException($"{where} stands at {point.X}, {point.Y}; both must be finite numbers.");
            if (point.Size is { } size && !(size > 0 && double.IsFinite(size)))
                throw new ArgumentException($"{where} has size {size}; it must be a positive finite number.");
            Link.Check(point.Href, where);
        }

        foreach (var (axis, name) in new[] { (X, "across"), (Y, "upwards") })
            if (axis.AtLeast is { } span && !(double.IsFinite(span.High - span.Low) && span.Low <= span.High))
                throw new ArgumentException($"The axis {name} cannot span {span.Low} to {span.High}.");
    }
}
