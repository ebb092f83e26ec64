using System.Globalization;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests;

/// <summary>The gold posteriors and log densities that are kept beside the repository.</summary>
internal static class Reference
{
    public static string Folder => Environment.GetEnvironmentVariable("PREFDISSECT_REFERENCE") ?? Path.Combine(Root, "..", "shared", "reference");

    /// <summary>The repository's root: the nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string file)
    {
        var path = Path.Combine(Folder, file);
        if (!File.Exists(path))
            Assert.Skip($"{file} is not in {Folder}; set PREFDISSECT_REFERENCE to the folder of reference posteriors.");
        return path;
    }

    /// <summary>The rows of a CSV file of plain fields, by column name.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var header = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Fields(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public static double Number(this Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    public static (double[][] Features, double[] Outcomes) Data(string size)
    {
        var rows = Rows($"data_n{size}.csv");
        return ([.. rows.Select(row => Enumerable.Range(1, 29).Select(i => row.Number($"x{i}")).ToArray())], [.. rows.Select(row => row.Number("y"))]);
    }

    public static LogisticRegression Regression(string size)
    {
        var (features, outcomes) = Data(size);
        return new LogisticRegression(DesignMatrix.FromRows(features), outcomes, new LaplacePrior(0.1));
    }

    private static string[] Fields(string line) => [.. line.Split(',').Select(field => field.Trim('"'))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Prefdissect.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
