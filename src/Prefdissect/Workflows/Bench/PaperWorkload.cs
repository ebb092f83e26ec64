using System.Text.Json;
using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Published;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Workflows.Bench;

/// <summary>
/// The paper's whole workload in made-up data: 5,240 pairs with features in {−1, 0, 1}, votes of the 33 published judges drawn from their published weights, the 16 groups,
/// and in each ten fits that leave one tenth out. Groups are the published row numbers where their file is given, else random rows of the published sizes.
/// </summary>
public sealed class PaperWorkload
{
    /// <summary>Pairs of the published data set.</summary>
    public const int Pairs = 5240;

    /// <summary>Fits a judge and group.</summary>
    public const int Folds = 10;

    private readonly sbyte[] features;
    private readonly string[] scenarioOfRow;
    private readonly IReadOnlyDictionary<string, int[]> groups;

    private PaperWorkload(IReadOnlyDictionary<string, int[]> groups, string source, Random random)
    {
        this.groups = groups;
        Source = source;
        features = BenchData.Features(Pairs, random);
        scenarioOfRow = new string[Pairs];
        foreach (var scenario in Group.PublishedScenarios)
        {
            foreach (var row in groups[scenario]) scenarioOfRow[row] = scenario;
        }
        Votes = PublishedJudges.Names.ToDictionary(judge => judge, judge => VotesOf(judge, random));
    }

    /// <summary>Where the groups come from.</summary>
    public string Source { get; }

    /// <summary>The groups, 11 scenarios and 5 subsets.</summary>
    public IReadOnlyList<string> Groups => PublishedJudges.Groups;

    /// <summary>Judge → outcome of every pair, 0 or 1.</summary>
    public IReadOnlyDictionary<string, double[]> Votes { get; }

    /// <summary>The workload.</summary>
    /// <param name="indexFile">JSON object of group → row numbers; <see langword="null"/> for random rows.</param>
    /// <exception cref="ImportException">The file is no such object.</exception>
    public static PaperWorkload Of(string? indexFile)
    {
        var random = new Random(20240811);
        return indexFile is null
            ? new PaperWorkload(RandomGroups(random), "random rows of the published group sizes", random)
            : new PaperWorkload(Read(indexFile), Path.GetFileName(indexFile), random);
    }

    /// <summary>The rows of a group that a fold's fit uses: all but every tenth.</summary>
    public int[] RowsOf(string group, int fold) => [.. groups[group].Where((_, place) => place % Folds != fold)];

    /// <summary>The design of some rows.</summary>
    public DesignMatrix Design(ReadOnlySpan<int> rows)
    {
        var values = new sbyte[rows.Length * BenchData.Columns];
        for (var i = 0; i < rows.Length; i++) features.AsSpan(rows[i] * BenchData.Columns, BenchData.Columns).CopyTo(values.AsSpan(i * BenchData.Columns));
        return DesignMatrix.FromRowMajor(values, rows.Length, BenchData.Columns);
    }

    private static Dictionary<string, int[]> RandomGroups(Random random)
    {
        var sizes = new Dictionary<string, int> { ["Knowledge-aware"] = 820, ["Others"] = 820, ["w_constraints"] = 1418, ["intent_unclear"] = 459, ["w_mistakes"] = 401, ["w_stances"] = 388, ["express_feeling"] = 121 };
        var rows = Enumerable.Range(0, Pairs).ToArray();
        random.Shuffle(rows);
        var groups = new Dictionary<string, int[]>();
        var next = 0;
        foreach (var scenario in Group.PublishedScenarios)
        {
            var size = sizes.GetValueOrDefault(scenario, 400);
            groups.Add(scenario, rows[next..(next + size)]);
            next += size;
        }
        foreach (var subset in Group.PublishedSubsets)
        {
            random.Shuffle(rows);
            groups.Add(subset, rows[..sizes[subset]]);
        }
        return groups;
    }

    private static Dictionary<string, int[]> Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return PublishedJudges.Groups.ToDictionary(group => group, group => document.RootElement.GetProperty(group).EnumerateArray().Select(row => RowOf(row, file)).ToArray());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NoGroups(file, error.Message, error);
        }
    }

    private static int RowOf(JsonElement row, string file) =>
        row.GetInt32() is >= 0 and < Pairs and var number ? number : throw NoGroups(file, $"row number {row.GetRawText()}", null);

    private static ImportException NoGroups(string file, string found, Exception? inner) =>
        new(new FilePlace(file), found, $"a JSON object with the 16 published groups, each a list of row numbers 0 to {Pairs - 1}", "Leave the file out to use random rows.", inner);

    private double[] VotesOf(string judge, Random random)
    {
        var byScenario = Group.PublishedScenarios.ToDictionary(
            scenario => scenario, scenario => PublishedProperties.All.Select(property => PublishedJudges.Weights(judge, scenario).Values[property.ShortName]).ToArray());
        var votes = new double[Pairs];
        for (var row = 0; row < Pairs; row++)
        {
            var share = BenchData.Share(features.AsSpan(row * BenchData.Columns, BenchData.Columns), byScenario[scenarioOfRow[row]]);
            votes[row] = random.NextDouble() < share ? 1 : 0;
        }
        return votes;
    }
}
