using Prefdissect.Importing;
using Prefdissect.Importing.Definitions;
using YamlDotNet.RepresentationModel;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>Which group each scenario belongs to: the published ones, or those of a file. Immutable.</summary>
public sealed class ScenarioGroups
{
    private readonly Dictionary<string, string> groups;

    private ScenarioGroups(IEnumerable<KeyValuePair<string, string>> groups) => this.groups = new(groups, StringComparer.Ordinal);

    /// <summary>The groups of Preference Dissection. Its eleventh, Unsafe Queries, has no scenario: whether a query is unsafe is not a matter of its task.</summary>
    public static ScenarioGroups Published { get; } = new(ScenarioList.PublishedGroups);

    /// <summary>Names of the groups, in the order of their first scenario.</summary>
    public IReadOnlyList<string> Names => [.. ScenarioList.All.Select(scenario => Of(scenario.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>The group of a scenario.</summary>
    /// <exception cref="KeyNotFoundException">There is no such scenario.</exception>
    public string Of(string scenario) => groups.TryGetValue(scenario == ScenarioList.Default ? ScenarioList.Others : scenario, out var group)
        ? group
        : throw new KeyNotFoundException($"There is no scenario '{scenario}'.");

    /// <summary>Reads a YAML file: each field is a group, its value the list of its scenarios. Scenarios that it does not name keep their published group.</summary>
    /// <exception cref="ImportException">A group has no list, a scenario is not known or stands in two groups.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ScenarioGroups Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Reads the text of such a file.</summary>
    /// <inheritdoc cref="Read"/>
    public static ScenarioGroups Parse(string file, string text)
    {
        const string hint = "The names of all scenarios stand in docs/scenarios.md.";
        var page = YamlPage.Read(file, text);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in page.Root)
        {
            var group = (key as YamlScalarNode)?.Value?.Trim();
            if (string.IsNullOrEmpty(group) || group.Contains('=')) throw page.Wrong(key, null, YamlPage.Kind(key), "the name of a group, without '='", hint);
            foreach (var (name, node) in page.Texts(value, group).Zip((YamlSequenceNode)value))
            {
                var scenario = ScenarioList.Find(name) ?? throw page.Wrong(node, group, Shown.Quoted(name), "the name of a scenario", hint);
                if (!named.TryAdd(scenario.Name, group)) throw page.Wrong(node, group, $"{Shown.Quoted(name)}, which stands in {Shown.Quoted(named[scenario.Name])} already", "every scenario once", hint);
            }
        }
        return new ScenarioGroups(ScenarioList.PublishedGroups.Select(entry => KeyValuePair.Create(entry.Key, named.GetValueOrDefault(entry.Key, entry.Value))));
    }
}
