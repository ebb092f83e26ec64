using System.Globalization;
using System.Text.RegularExpressions;
using Prefdissect.Properties;
using Group = Prefdissect.Pairs.Group;

namespace Prefdissect.Dissecting.Published;

/// <summary>
/// The 33 judges of <i>Dissecting Human and LLM Preferences</i> (ACL 2024) with their published posterior-mean weights of the 29 properties in 16 groups:
/// the reference that new judges are compared with. Rounded to six significant digits.
/// </summary>
public static partial class PublishedJudges
{
    /// <summary>What the name of a published judge begins with wherever it stands beside judges of a study.</summary>
    public const string Prefix = "published:";

    /// <summary>Whether a judge's name says that it is a published one, standing beside judges of a study.</summary>
    public static bool HasPrefix(string judge) => judge.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A judge's name as it was published: without <see cref="Prefix"/> where it has it.</summary>
    public static string Bare(string judge) => HasPrefix(judge) ? judge[Prefix.Length..] : judge;

    private const string Resource = "Prefdissect.Dissecting.Published.published-weights.csv";

    private static readonly Lazy<IReadOnlyList<JudgeWeights>> Table = new(ReadTable);

    private static readonly Lazy<IReadOnlyDictionary<(string Judge, string Group), JudgeWeights>> Index =
        new(() => Table.Value.ToDictionary(weights => (weights.Judge, weights.Group)));

    /// <summary>All weights, judge by judge: 33 × 16.</summary>
    public static IReadOnlyList<JudgeWeights> All => Table.Value;

    /// <summary>Names of the judges, without prefix, in the order in which they were published.</summary>
    public static IReadOnlyList<string> Names => [.. Table.Value.Select(weights => weights.Judge).Distinct()];

    /// <summary>The groups: 11 scenarios, then 5 query-specific subsets.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. Group.PublishedScenarios, .. Group.PublishedSubsets];

    /// <summary>The weights of a judge in a group.</summary>
    /// <param name="judge">One of <see cref="Names"/>, with or without <see cref="Prefix"/>.</param>
    /// <param name="group">One of <see cref="Groups"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such judge or group.</exception>
    public static JudgeWeights Weights(string judge, string group)
    {
        var name = Bare(judge);
        return Index.Value.TryGetValue((name, group), out var weights)
            ? weights
            : throw new KeyNotFoundException($"There are no published weights of judge '{name}' in group '{group}'.");
    }

    /// <summary>The mean of a judge's weights over the 11 scenarios, property by property, as group <c>all</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such judge.</exception>
    public static JudgeWeights MeanWeights(string judge)
    {
        var scenarios = Group.PublishedScenarios.Select(scenario => Weights(judge, scenario)).ToArray();
        var means = scenarios[0].Values.Keys.ToDictionary(property => property, property => scenarios.Average(weights => weights.Values[property]));
        return new JudgeWeights(scenarios[0].Judge, Group.All, means);
    }

    /// <summary>The weights of a judge on a group, where <c>all</c> is the mean over the 11 scenarios: what stands beside a study's fits.</summary>
    /// <param name="judge">One of <see cref="Names"/>, with or without <see cref="Prefix"/>.</param>
    /// <param name="group"><c>all</c>, or one of <see cref="Groups"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such judge or group.</exception>
    public static JudgeWeights On(string judge, string group) => group == Group.All ? MeanWeights(judge) : Weights(judge, group);

    /// <summary>The mean over the 11 scenarios of a judge's degree of preference for a property, in (0, 1).</summary>
    /// <exception cref="KeyNotFoundException">There is no such judge or property.</exception>
    public static double MeanDegree(string judge, string property) =>
        Group.PublishedScenarios.Average(scenario => Degree.Of(Weights(judge, scenario).Values[property]));

    /// <summary>
    /// Size of a model in thousand millions of parameters, where its name tells: <c>qwen-72b-chat</c> is 72. The mixture of eight experts
    /// <c>mistral-8x7b</c> has 46.7 in all (its experts share layers). <see langword="null"/> for people and models of unknown size.
    /// </summary>
    public static double? SizeInBillions(string judge)
    {
        var name = Bare(judge);
        if (name.StartsWith("mistral-8x7b", StringComparison.OrdinalIgnoreCase)) return 46.7;
        var sizes = SizeInName().Matches(name);
        return sizes.Count == 0 ? null : double.Parse(sizes[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\d.a-z])(\d{1,4}(?:\.\d{1,3})?)b(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizeInName();

    private static IReadOnlyList<JudgeWeights> ReadTable()
    {
        using var stream = typeof(PublishedJudges).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        var table = new List<JudgeWeights>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("judge,", StringComparison.Ordinal)) continue;
            var cells = line.Split(',');
            var values = PublishedProperties.All.Select((property, p) => (property.ShortName, Weight: double.Parse(cells[p + 2], CultureInfo.InvariantCulture)));
            table.Add(new JudgeWeights(cells[0], cells[1], values.ToDictionary(pair => pair.ShortName, pair => pair.Weight)));
        }
        return table;
    }
}
