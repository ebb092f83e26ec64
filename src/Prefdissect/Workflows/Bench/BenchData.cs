using Prefdissect.Bayes.Densities;
using Prefdissect.Importing;

namespace Prefdissect.Workflows.Bench;

/// <summary>Data that posteriors are timed on: the reference tables where they are there, tables of the same shape made up from a fixed seed elsewhere.</summary>
/// <param name="Name">Such as <c>n360</c>.</param>
/// <param name="Source">A file's name, or that it is made up.</param>
/// <param name="Design">The features.</param>
/// <param name="Outcomes">0 or 1, one a row.</param>
public sealed record BenchData(string Name, string Source, DesignMatrix Design, IReadOnlyList<double> Outcomes)
{
    /// <summary>Weights of every table.</summary>
    public const int Columns = 29;

    /// <summary>The table of a number of rows: <c>data_nROWS.csv</c> or <c>.csv.gz</c> of a folder where there is one.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="folder">Where to look; <see langword="null"/> for nowhere.</param>
    /// <exception cref="ImportException">A file is there and no such table.</exception>
    public static BenchData Of(int rows, string? folder)
    {
        var name = $"n{rows}";
        var file = folder is null ? null : new[] { $"data_{name}.csv", $"data_{name}.csv.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        if (file is null) return MadeUp(name, rows);
        var table = NumericTableReader.Read(file);
        return new BenchData(name, Path.GetFileName(file), table.Design, table.Outcomes);
    }

    private static BenchData MadeUp(string name, int rows)
    {
        var random = new Random(rows);
        var weights = Enumerable.Range(0, Columns).Select(_ => 0.25 * Math.Log(random.NextDouble() / random.NextDouble())).ToArray();
        var features = Features(rows, random);
        var outcomes = new double[rows];
        for (var row = 0; row < rows; row++) outcomes[row] = random.NextDouble() < Share(features.AsSpan(row * Columns, Columns), weights) ? 1 : 0;
        return new BenchData(name, "made up", DesignMatrix.FromRowMajor(features, rows, Columns), outcomes);
    }

    /// <summary>Features in {−1, 0, 1}, half of them 0, in row order.</summary>
    internal static sbyte[] Features(int rows, Random random)
    {
        var features = new sbyte[rows * Columns];
        for (var i = 0; i < features.Length; i++) features[i] = (sbyte)(random.Next(4) switch { 0 => -1, 1 => 1, _ => 0 });
        return features;
    }

    /// <summary>The probability that the first response wins.</summary>
    internal static double Share(ReadOnlySpan<sbyte> features, ReadOnlySpan<double> weights)
    {
        var logOdds = 0.0;
        for (var p = 0; p < features.Length; p++) logOdds += features[p] * weights[p];
        return 1 / (1 + Math.Exp(-logOdds));
    }
}
