namespace Prefdissect.Dissecting.Writers;

/// <summary>
/// Who wrote what, as columns of a design: +1 where the writer wrote the first response, −1 where the second, 0 where both, neither or unknown. The writer that met
/// others most often is the reference and has no column: votes show only differences, and a level that nothing but the prior tells would make chains crawl.
/// </summary>
internal sealed class WriterColumns
{
    private readonly (int First, int Second)[] places;

    public WriterColumns(IReadOnlyList<JudgedPair> rows)
    {
        var met = rows.Select(row => row.Writers).OfType<PairWriters>().Where(writers => writers.First != writers.Second)
            .SelectMany(writers => new[] { writers.First, writers.Second }).CountBy(writer => writer, StringComparer.Ordinal)
            .OrderByDescending(writer => writer.Value).ThenBy(writer => writer.Key, StringComparer.Ordinal).Select(writer => writer.Key).ToList();
        Reference = met.FirstOrDefault();
        Names = [.. met.Skip(1).Order(StringComparer.Ordinal)];
        var place = Names.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        places = [.. rows.Select(row => row.Writers is { } writers && writers.First != writers.Second ? (Place(writers.First), Place(writers.Second)) : (-1, -1))];

        int Place(string writer) => place.GetValueOrDefault(writer, -1);
    }

    /// <summary>The writers that met another, by name, without the reference.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The writer without a column; <see langword="null"/> where no two writers met.</summary>
    public string? Reference { get; }

    /// <summary>Fills the cells of one row, which are 0 before.</summary>
    public void Fill(int row, Span<sbyte> cells)
    {
        var (first, second) = places[row];
        if (first >= 0) cells[first] = 1;
        if (second >= 0) cells[second] = -1;
    }
}
