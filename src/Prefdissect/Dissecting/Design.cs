using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Dissecting;

/// <summary>
/// The table that one fit is made of: a row a pair, a column a property, cells −1, 0, +1 (first response minus second), and how often each response won.
/// Where it is known who wrote the responses, a column a writer follows.
/// Rows stand in the order of the pairs' hashes, so that the order of files, rows and threads does not matter. Immutable.
/// </summary>
public sealed class Design
{
    /// <summary>A property is in a fit where it is measured on at least this share of the eligible pairs.</summary>
    public const double SmallestMeasuredShare = 0.8;

    private readonly ContentHash[] pairs;
    private readonly ContentHash[] queries;
    private readonly sbyte[] features;
    private readonly double[] wins;

    internal Design(IReadOnlyList<Property> properties, IReadOnlyList<JudgedPair> rows, int[] columns, DesignReport report)
    {
        Properties = properties;
        Report = report;
        pairs = [.. rows.Select(row => row.Compared.Pair)];
        queries = [.. rows.Select(row => row.Compared.Query)];
        var written = new WriterColumns(rows);
        Writers = written.Names;
        ReferenceWriter = written.Reference;
        features = new sbyte[rows.Count * Columns];
        wins = new double[2 * rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var signs = rows[row].Compared.Signs;
            for (var column = 0; column < columns.Length; column++) features[row * Columns + column] = signs[columns[column]];
            written.Fill(row, features.AsSpan(row * Columns + columns.Length, Writers.Count));
            var shared = report.TieRule == TieRule.Half ? rows[row].Votes.Ties / 2.0 : 0;
            wins[2 * row] = rows[row].Votes.First + shared;
            wins[2 * row + 1] = rows[row].Votes.Second + shared;
        }
        DataHash = HashOfContent();
    }

    /// <summary>The first columns: properties in the fit, in the order given.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The columns after them: models that wrote responses, by name, but for <see cref="ReferenceWriter"/>; empty unless the pairs came with their writers.</summary>
    public IReadOnlyList<string> Writers { get; }

    /// <summary>The writer that met others most often: it has no column, and the columns of the others are against it.</summary>
    public string? ReferenceWriter { get; }

    /// <summary>Number of pairs.</summary>
    public int Rows => pairs.Length;

    /// <summary>Number of properties and writers.</summary>
    public int Columns => Properties.Count + Writers.Count;

    /// <summary>Names of the columns: short names of the properties, then the writers, each after the word <c>writer</c>.</summary>
    public IReadOnlyList<string> ColumnNames => [.. Properties.Select(property => property.ShortName), .. Writers.Select(writer => $"writer {writer}")];

    /// <summary>What was left out and why.</summary>
    public DesignReport Report { get; }

    /// <summary>SHA-256 of everything that a fit reads: columns with their rules, and rows. Equal designs give equal fits.</summary>
    public ContentHash DataHash { get; }

    /// <summary>Why nothing can be fitted, as a sentence; <see langword="null"/> where something can.</summary>
    public string? Obstacle => this switch
    {
        { Report.JudgedPairs: 0 } => "The judge has no votes on pairs of this group.",
        { Report.EligiblePairs: 0 } =>
            $"None of {Report.JudgedPairs} judged pairs is usable: {Report.EqualResponses} have equal responses, {Report.OnlyTies} only ties, "
            + $"and errors are not applicable in {Report.ErrorsNotApplicable}{(Report.FlaggedLeftOut > 0 ? $", and {Report.FlaggedLeftOut} hold a flagged response" : "")}.",
        { Properties.Count: 0 } => "No property is left: " + string.Join("; ", Report.Properties.GroupBy(use => use.Reason, use => use.Property)
            .Select(same => $"{string.Join(", ", same)} ({same.Key})")) + ".",
        { Rows: 0 } => $"None of {Report.EligiblePairs} usable pairs has all properties of the fit measured.",
        _ => null,
    };

    /// <summary>
    /// The design of one judge's votes in one group. Left out, in this order: pairs with equal responses, pairs with nothing but dropped ties, pairs whose
    /// errors are not applicable, where asked pairs that hold a flagged response; then properties measured on too few of the rest, pairs on which one of the kept properties is missing, and properties that
    /// compare as equal in every pair.
    /// </summary>
    /// <param name="properties">What the pairs were compared by, in their order.</param>
    /// <param name="judged">The judge's pairs in any order, each once; those without votes are passed over.</param>
    /// <param name="ties">What to do with ties.</param>
    /// <param name="flags">What to do with pairs that hold a flagged response.</param>
    /// <exception cref="ArgumentException">A pair is given twice, has a negative number of votes, or was compared by other properties.</exception>
    public static Design Build(IReadOnlyList<Property> properties, IEnumerable<JudgedPair> judged, TieRule ties = TieRule.Drop, FlagRule flags = FlagRule.Count) =>
        DesignBuilder.Build(properties, judged, ties, flags);

    /// <summary>Identity of the pair of a row.</summary>
    public ContentHash Pair(int row) => pairs[row];

    /// <summary>Identity of the query of a row.</summary>
    public ContentHash Query(int row) => queries[row];

    /// <summary>The features of a row, one a column, writers last: −1, 0 or +1.</summary>
    public ReadOnlySpan<sbyte> Features(int row) => features.AsSpan(row * Columns, Columns);

    /// <summary>Votes for the first response of a row, half ones included.</summary>
    public double FirstWins(int row) => wins[2 * row];

    /// <summary>Votes for the second response of a row, half ones included.</summary>
    public double SecondWins(int row) => wins[2 * row + 1];

    /// <summary>
    /// What a regression multiplies each column by: 1 for a property; for a writer, whole, and such that its strength has a prior of scale about 1. A strength is the
    /// column's coefficient times this.
    /// </summary>
    public double[] ScalesUnder(IPrior prior)
    {
        var scale = prior switch { LaplacePrior laplace => laplace.Scale, NormalPrior normal => normal.Scale, _ => 1 };
        var ofWriters = Math.Clamp(Math.Round(1 / scale), 1, sbyte.MaxValue);
        return [.. Enumerable.Repeat(1.0, Properties.Count), .. Enumerable.Repeat(ofWriters, Writers.Count)];
    }

    private ContentHash HashOfContent()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var property in Properties) hash.AppendData(Encoding.UTF8.GetBytes($"{property.ShortName}\n{property.Rule}\n"));
        if (ReferenceWriter is not null) hash.AppendData(Encoding.UTF8.GetBytes($"writers against\n{ReferenceWriter}\n"));
        foreach (var writer in Writers) hash.AppendData(Encoding.UTF8.GetBytes($"writer\n{writer}\n"));
        for (var row = 0; row < Rows; row++)
        {
            hash.AppendData(pairs[row].ToBytes());
            hash.AppendData(queries[row].ToBytes());
            hash.AppendData(MemoryMarshal.AsBytes(Features(row)));
            BinaryPrimitives.WriteDoubleLittleEndian(number, FirstWins(row));
            hash.AppendData(number);
            BinaryPrimitives.WriteDoubleLittleEndian(number, SecondWins(row));
            hash.AppendData(number);
        }
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.GetHashAndReset(bytes);
        return ContentHash.FromBytes(bytes);
    }
}
