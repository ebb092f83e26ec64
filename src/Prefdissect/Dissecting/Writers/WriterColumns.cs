namespace Prefdissect.Dissecting.Writers;

/// <summary>Who wrote what, as columns of a design: +1 where the writer wrote the first response, −1 where the second, 0 where both, neither or unknown.</summary>
internal sealed class WriterColumns
{
    private readonly (int First, int Second)[] places;

    public WriterColumns(IReadOnlyList<JudgedPair> rows)
    {
        var met = rows.Select(row => row.Writers).OfType<PairWriters>().Where(writers => writers.First != writers.Second);
        Names = [.. met.SelectMany(writers => new[] { writers.First, writers.Second }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var place = Names.Select((name, i) => (name, i)).ToDictionary(entry => entry.name, entry => entry.i, StringComparer.Ordinal);
        places = [.. rows.Select(row => row.Writers is { } writers && writers.First != writers.Second ? (place[writers.First], place[writers.Second]) : (-1, -1))];
    }

    /// <summary>The writers that met another, by name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Fills the cells of one row, which are 0 before.</summary>
    public void Fill(int row, Span<sbyte> cells)
    {
        var (first, second) = places[row];
        if (first < 0) return;
        cells[first] = 1;
        cells[second] = -1;
    }
}
