using System.Globalization;
using System.Text;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>In how many labelled queries of each scenario each feature stood. It holds single words and counts, no text.</summary>
internal sealed class WordTable
{
    /// <summary>Rarer words are left out: they are names and chance, and would tell of single queries.</summary>
    public const int FewestQueries = 3;

    private readonly int[] queries;
    private readonly SortedDictionary<string, int[]> counts;

    private WordTable(int[] queries, SortedDictionary<string, int[]> counts) => (this.queries, this.counts) = (queries, counts);

    /// <summary>Labelled queries of each scenario, in the order of <see cref="ScenarioList.All"/>.</summary>
    public IReadOnlyList<int> Queries => queries;

    /// <summary>Each feature with its count in each scenario.</summary>
    public IReadOnlyDictionary<string, int[]> Counts => counts;

    /// <summary>The table of some labelled queries.</summary>
    public static WordTable Learn(IEnumerable<LabelledQuery> labelled)
    {
        var (queries, counts) = (new int[ScenarioList.All.Count], new SortedDictionary<string, int[]>(StringComparer.Ordinal));
        foreach (var (query, scenario) in labelled)
        {
            var place = PlaceOf(scenario);
            queries[place]++;
            foreach (var feature in QueryFeatures.Of(query))
            {
                if (!counts.TryGetValue(feature, out var of)) counts.Add(feature, of = new int[queries.Length]);
                of[place]++;
            }
        }
        foreach (var rare in counts.Where(entry => entry.Value.Sum() < FewestQueries).Select(entry => entry.Key).ToList()) counts.Remove(rare);
        return new WordTable(queries, counts);
    }

    /// <summary>The table as text: a line of the numbers of queries, then a line a feature with its counts, each as <c>place=count</c>.</summary>
    public string Write()
    {
        var text = new StringBuilder("# Learned from the labelled queries of the Auto-J test data: in how many queries of each scenario (numbered as in scenarios.txt, from 0) a word stood.\n");
        text.Append("queries").Append(Sparse(queries)).Append('\n');
        foreach (var (feature, of) in counts) text.Append(feature.Replace(' ', '_')).Append(Sparse(of)).Append('\n');
        return text.ToString();
    }

    /// <summary>The table of such a text.</summary>
    public static WordTable Read(string text)
    {
        int[]? queries = null;
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var cells = line.Split(' ');
            var of = new int[ScenarioList.All.Count];
            foreach (var cell in cells.Skip(1))
            {
                var equals = cell.IndexOf('=');
                of[int.Parse(cell.AsSpan(0, equals), CultureInfo.InvariantCulture)] = int.Parse(cell.AsSpan(equals + 1), CultureInfo.InvariantCulture);
            }
            if (queries is null) queries = of;
            else counts.Add(cells[0].Replace('_', ' '), of);
        }
        return new WordTable(queries ?? throw new FormatException("The table of words is empty."), counts);
    }

    private static int PlaceOf(string scenario)
    {
        var name = ScenarioList.Find(scenario)?.Name;
        for (var i = 0; i < ScenarioList.All.Count; i++)
        {
            if (ScenarioList.All[i].Name == name) return i;
        }
        throw new ArgumentException($"There is no scenario '{scenario}'.", nameof(scenario));
    }

    private static string Sparse(int[] counts) =>
        string.Concat(counts.Index().Where(entry => entry.Item > 0).Select(entry => string.Create(CultureInfo.InvariantCulture, $" {entry.Index}={entry.Item}")));
}
