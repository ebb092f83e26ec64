namespace Prefdissect.Figures;

/// <summary>One point of a <see cref="Scatter"/>, in data units.</summary>
/// <param name="Label">Its name, written beside it.</param>
/// <param name="X">Where it stands across.</param>
/// <param name="Y">Where it stands up.</param>
public sealed record ScatterPoint(string Label, double X, double Y)
{
    /// <summary>Place of its series (0-based), which gives colour and shape.</summary>
    public int Series { get; init; }

    /// <summary>Size that the mark's area tells, positive; all marks are equal where null.</summary>
    public double? Size { get; init; }

    /// <summary>One line that a page's script shows when the pointer rests on the point, in <c>data-detail</c>; the label as tooltip where null.</summary>
    public string? Detail { get; init; }

    /// <summary>Where the point leads: begins with <c>?</c>, <c>#</c> or one <c>/</c>.</summary>
    public string? Href { get; init; }
}
