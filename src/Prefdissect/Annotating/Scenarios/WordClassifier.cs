using System.Text.RegularExpressions;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>
/// Tells the scenario of a query by its words alone, offline: naive Bayes over the presence of features, each scenario against all others, with the words of a scenario's name and
/// definition counted as if they had been seen. It is made for English and right in about half of the cases (docs/scenarios.md has the figures): a stopgap, used only when asked.
/// </summary>
public sealed partial class WordClassifier
{
    private const double Smoothing = 0.3;
    private const int DefinitionCounts = 2;

    private static readonly HashSet<string> Empty = [.. "a an the of for or and to in is that by from with on given other as it what into whether which put".Split(' ')];

    private readonly Dictionary<string, double[]> weights;

    internal WordClassifier(WordTable table) => weights = Weights(table);

    /// <summary>The classifier that comes with the program.</summary>
    public static WordClassifier Embedded { get; } = new(WordTable.Read(ScenarioList.Resource("words.txt")));

    /// <summary>A classifier learned from labelled queries.</summary>
    /// <exception cref="ArgumentException">A scenario is not known.</exception>
    public static WordClassifier Learn(IEnumerable<LabelledQuery> labelled) => new(WordTable.Learn(labelled));

    /// <summary>The scenarios from the likeliest to the least likely; <c>others</c> comes first where no word of the query is known.</summary>
    public IReadOnlyList<Scenario> Rank(string query)
    {
        var scores = new double[ScenarioList.All.Count];
        var known = 0;
        foreach (var feature in QueryFeatures.Of(query))
        {
            if (!weights.TryGetValue(feature, out var of)) continue;
            if (feature[0] != '#') known++;
            for (var i = 0; i < scores.Length; i++) scores[i] += of[i];
        }
        var ranked = ScenarioList.All.Index().OrderByDescending(entry => known == 0 && entry.Item.Name == ScenarioList.Others).ThenByDescending(entry => scores[entry.Index]);
        return [.. ranked.Select(entry => entry.Item)];
    }

    /// <summary>The likeliest scenario of a query.</summary>
    public Scenario Classify(string query) => Rank(query)[0];

    private static Dictionary<string, double[]> Weights(WordTable table)
    {
        var counts = table.Counts.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, count => (double)count), StringComparer.Ordinal);
        for (var i = 0; i < ScenarioList.All.Count; i++)
        {
            foreach (var word in WordsOf(ScenarioList.All[i]))
            {
                foreach (var feature in new[] { "h:" + word, "t:" + word })
                {
                    if (!counts.TryGetValue(feature, out var of)) counts.Add(feature, of = new double[ScenarioList.All.Count]);
                    of[i] += DefinitionCounts;
                }
            }
        }
        double queries = table.Queries.Sum();
        return counts.ToDictionary(entry => entry.Key, entry =>
        {
            var all = entry.Value.Sum();
            return entry.Value.Select((count, i) => Math.Log(Share(count, table.Queries[i]) / Share(all - count, queries - table.Queries[i]))).ToArray();
        }, StringComparer.Ordinal);
    }

    private static double Share(double count, double queries) => (count + Smoothing) / (queries + (2 * Smoothing) + DefinitionCounts);

    private static IEnumerable<string> WordsOf(Scenario scenario) =>
        Word().Matches($"{scenario.Name} {scenario.Definition}".ToLowerInvariant()).Select(match => match.Value).Where(word => !Empty.Contains(word)).Distinct();

    [GeneratedRegex("[a-zé]+")]
    private static partial Regex Word();
}
