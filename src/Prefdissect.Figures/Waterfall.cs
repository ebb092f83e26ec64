namespace Prefdissect.Figures;

/// <summary>
/// How a value comes about: from a start in steps to the result, the largest step first, those past the most that are drawn summed in one. Bars are arrows to the right or to the left, so that colour is
/// never alone; numbers with their intervals stand in a column.
/// </summary>
/// <param name="Caption">The words around the figure.</param>
/// <param name="Start">Where it begins, in data units.</param>
/// <param name="Steps">The steps in any order; there may be none.</param>
/// <param name="Axis">The value axis.</param>
public sealed record Waterfall(Caption Caption, double Start, IReadOnlyList<WaterfallStep> Steps, Axis Axis)
{
    /// <summary>The interval of the result; none where null.</summary>
    public Interval? EndInterval { get; init; }

    /// <summary>How changes are written; the axis's format where null. A sign is put before them.</summary>
    public ValueFormat? ChangeFormat { get; init; }

    /// <summary>Most steps drawn on their own, at least 1.</summary>
    public int Most { get; init; } = 12;

    /// <summary>The names of rows and marks.</summary>
    public WaterfallNames Names { get; init; } = new();

    /// <summary>Where it ends: the start and all steps.</summary>
    public double End => Start + Steps.Sum(step => step.Change);

    /// <summary>The steps as they are drawn: by size, then in the order given; the last sums the rest where there are too many.</summary>
    public IReadOnlyList<WaterfallStep> Drawn
    {
        get
        {
            List<WaterfallStep> sorted = [.. Steps.OrderByDescending(step => Math.Abs(step.Change))];
            if (sorted.Count <= Most + 1)
                return sorted;
            var rest = sorted[Most..];
            return [.. sorted[..Most], new WaterfallStep($"{rest.Count} others", rest.Sum(step => step.Change)) { Tooltip = string.Join("; ", rest.Select(step => step.Label)) }];
        }
    }

    /// <summary>The figure as one <c>svg</c> element. The same input gives the same text.</summary>
    /// <param name="canvas">Width and id.</param>
    /// <exception cref="ArgumentException">A number is not finite, an interval is upside down, or no step may be drawn; the message names the step.</exception>
    public string ToSvg(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        WaterfallCheck.Throw(this);
        return new WaterfallDrawing(this, canvas).Draw();
    }
}
