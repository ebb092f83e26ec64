namespace Prefdissect.Figures;

/// <summary>
/// Which series of a <see cref="DotAndWhisker"/> are shown at first, where a page's script lets the reader choose. The others are in the drawing but not displayed,
/// and rows and key have room for <paramref name="Most"/> at once. Every row then needs a <see cref="DotRow.Key"/>.
/// </summary>
/// <param name="Shown">Places of the series shown (0-based), at least one and at most <paramref name="Most"/>, each once.</param>
/// <param name="Most">Most series shown at once.</param>
public sealed record SeriesChoice(IReadOnlyList<int> Shown, int Most)
{
    /// <summary>The place of a series among those shown; -1 where it is not.</summary>
    internal int PlaceOf(int series)
    {
        for (var i = 0; i < Shown.Count; i++)
            if (Shown[i] == series)
                return i;
        return -1;
    }
}
