using Prefdissect.Importing.Files;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Importing;

/// <summary>
/// A file of ratings by a person or another program: a row a rating, with the pair's texts, the side rated, the property and the rating. Stored like any file of
/// votes: JSONL, a JSON array or a table, plain or gzip.
/// </summary>
public sealed class RatingFile : IDisposable
{
    /// <summary>The columns that it has, with names that count as the same.</summary>
    private static readonly string[][] Columns =
        [["prompt", "query", "question", "instruction"], ["response_a", "response_1", "a"], ["response_b", "response_2", "b"], ["side"], ["property"], ["rating", "value", "level"]];

    private static readonly string[] NotApplicable = ["notapplicable", "n/a", "na"];

    private readonly TextFile text;
    private readonly IReadOnlyList<Property> properties;
    private readonly ImportLimits limits;
    private readonly Dictionary<(ContentHash Pair, PairSide Side, string Property), (Rating Rating, long Line)> seen = [];

    private RatingFile(TextFile text, PropertySet properties, ImportLimits limits) => (this.text, this.properties, this.limits) = (text, properties.All, limits);

    /// <summary>Size of the file in bytes as it lies on the disk; <see langword="null"/> for a pipe.</summary>
    public long? Length => text.Length;

    /// <summary>Bytes of the file read so far.</summary>
    public long BytesRead => text.BytesRead;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="properties">What may be rated.</param>
    /// <param name="limits">How large its parts may be.</param>
    /// <exception cref="ImportException">It cannot be opened or is no text.</exception>
    public static RatingFile Open(string path, PropertySet properties, ImportLimits limits) => new(TextFile.Open(path, limits), properties, limits);

    /// <summary>The rows in the file's order: <see cref="RatedRow"/> or <see cref="RefusedRow"/>. They can be read once.</summary>
    /// <exception cref="ImportException">Something is wrong beyond one row: a column is missing, the text breaks off, a limit is passed.</exception>
    public IEnumerable<ImportedRow> Rows(CancellationToken cancellation)
    {
        string[]? columns = null;
        foreach (var row in RowScanner.Scan(text, limits))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Row is { } source) yield return Read(source, columns ??= ColumnsOf(source));
            else yield return row.Refused!;
        }
        if (columns is null) throw new ImportException(new(text.Path), "no rows", "at least one rating", "Check that this is the file you meant.");
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();

    private static string[] ColumnsOf(SourceRow row) =>
    [
        .. Columns.Select(names => names.Select(name => row.Columns.FirstOrDefault(column => LooseName.Of(column) == LooseName.Of(name))).FirstOrDefault(column => column is not null)
            ?? throw new ImportException(new(row.File, row.Line), $"no column {names[0]}; the columns are {Shown.List(row.Columns)}", "prompt, response_a, response_b, side, property and rating",
                "A row is one rating: docs/formats.md shows an example.")),
    ];

    private ImportedRow Read(SourceRow row, string[] columns)
    {
        var fields = new RowReading(row);
        var (query, a, b) = (fields.Query(columns[0]), new Response(fields.Text(columns[1])), new Response(fields.Text(columns[2])));
        var (isA, property) = (IsA(fields, columns[3]), PropertyOf(fields, columns[4]));
        var rating = property is null ? Rating.NotMeasured : RatingOf(fields, columns[5], row[columns[5]], property);
        if (fields.Refused is { } refused) return refused;
        var pair = new Pair(query, a, b);
        var side = (pair.First.Hash == a.Hash) == isA || pair.HasEqualResponses ? PairSide.First : PairSide.Second;
        var key = (pair.Hash, side, property!.ShortName);
        if (seen.TryGetValue(key, out var before) && before.Rating != rating)
        {
            fields.Refuse(columns[5], $"{rating} where line {before.Line} says {before.Rating} of the same response and property", "one rating");
            return fields.Refused!;
        }
        seen.TryAdd(key, (rating, row.Line));
        return new RatedRow(row, pair, side, property, rating);
    }

    private static bool IsA(RowReading fields, string column)
    {
        var side = fields.Name(column);
        switch (side is null ? "" : LooseName.Of(side))
        {
            case "a" or "responsea" or "response1" or "1": return true;
            case "b" or "responseb" or "response2" or "2": return false;
            default:
                fields.Refuse(column, side is null ? "nothing" : Shown.Quoted(side), "a or b");
                return false;
        }
    }

    private Property? PropertyOf(RowReading fields, string column)
    {
        var name = fields.Name(column);
        var loose = LooseName.Of(name ?? "");
        var found = properties.FirstOrDefault(property => LooseName.Of(property.AskedName) == loose)
            ?? properties.FirstOrDefault(property => LooseName.Of(property.ShortName) == loose || LooseName.Of(property.Name) == loose);
        if (found is null)
            fields.Refuse(column, name is null ? "nothing" : Shown.Quoted(name), "the name of a property", "`prefdissect properties` lists the names; properties of your own are those of --property-file.");
        else if (found.Rule == ComparisonRule.Length)
            fields.Refuse(column, Shown.Quoted(name!), "a property that is rated", "Length is counted, never rated: leave the row out.");
        // Its ratings count the opposite of what the name says.
        else if (found.AskedName != found.Name && LooseName.Of(found.AskedName) != loose)
            fields.Refuse(column, Shown.Quoted(name!), Shown.Quoted(found.AskedName), $"The property is rated by how {found.AskedName} a response is.");
        return found;
    }

    private static Rating RatingOf(RowReading fields, string column, Cell cell, Property property)
    {
        if (cell.TryGetText(out var said))
        {
            if (NotApplicable.Contains(LooseName.Of(said))) return Rating.NotApplicable;
            var level = property.Scale.Words.ToList().FindIndex(word => string.Equals(word, said.Trim(), StringComparison.OrdinalIgnoreCase));
            if (level >= 0) return Rating.Of(property.Scale.Least + level);
        }
        var counts = property.Kind == PropertyKind.Error;
        if (cell.TryGetNumber(out var number) && (counts ? number >= 0 && number == Math.Floor(number) : property.Scale.Holds(number))) return Rating.Of(number);
        fields.Refuse(column, cell.Description, counts ? "the number of such errors, or \"not applicable\"" : $"{property.Scale}, or \"not applicable\"");
        return Rating.NotMeasured;
    }
}
