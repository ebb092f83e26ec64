namespace Prefdissect.Figures;

/// <summary>One series of a <see cref="Histogram"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One value a bar: a count or a share, at least 0.</param>
public sealed record HistogramSeries(string Name, IReadOnlyList<double> Values)
{
    /// <summary>One line a bar that a page's script shows when the pointer rests on it, in <c>data-detail</c>; name and value as tooltip where null.</summary>
    public IReadOnlyList<string?>? Details { get; init; }

    /// <summary>Where each bar leads: begins with <c>?</c>, <c>#</c> or one <c>/</c>.</summary>
    public IReadOnlyList<string?>? Hrefs { get; init; }
}
