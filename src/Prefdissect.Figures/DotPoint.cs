namespace Prefdissect.Figures;

/// <summary>One series' estimate in one row, in data units.</summary>
/// <param name="Centre">Where the dot stands: the median or mean.</param>
public sealed record DotPoint(double Centre)
{
    /// <summary>The inner interval (say 50 %), drawn as a thick bar.</summary>
    public Interval? Inner { get; init; }

    /// <summary>The outer interval (say 95 %), drawn as a thin bar and written beside the value.</summary>
    public Interval? Outer { get; init; }

    /// <summary>A second mark, such as a true value, drawn as a tick.</summary>
    public double? Second { get; init; }

    /// <summary>What shows when the pointer rests on the point; where null, label, series and numbers.</summary>
    public string? Tooltip { get; init; }

    /// <summary>One line that a page's script shows when the pointer rests on the point, in <c>data-detail</c>; it takes the place of <see cref="Tooltip"/>.</summary>
    public string? Detail { get; init; }

    /// <summary>Where the point leads: begins with <c>?</c>, <c>#</c> or one <c>/</c>.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the outer interval contains <paramref name="reference"/>: the dot is hollow then. False without an outer interval.</summary>
    public bool Crosses(double reference) => Outer is { } outer && outer.Contains(reference);
}
