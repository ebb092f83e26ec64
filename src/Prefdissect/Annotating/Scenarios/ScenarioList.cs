using System.Reflection;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>The 58 scenarios and the groups of Preference Dissection, read from the file embedded beside this class.</summary>
public static class ScenarioList
{
    /// <summary>The scenario of a query that none of the others names.</summary>
    public const string Others = "others";

    /// <summary>What the annotated data calls <see cref="Others"/>.</summary>
    public const string Default = "default";

    private static readonly IReadOnlyList<(Scenario Scenario, string Group)> Entries = Load();

    /// <summary>The scenarios, in the order of the file.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [.. Entries.Select(entry => entry.Scenario)];

    /// <summary>The published group of each scenario.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> PublishedGroups => Entries.Select(entry => KeyValuePair.Create(entry.Scenario.Name, entry.Group));

    /// <summary>The scenario of a name, where <c>default</c> is <c>others</c>; <see langword="null"/> where there is none.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == (name == Default ? Others : name));

    internal static string Resource(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(ScenarioList).Namespace}.{file}")!);
        return reader.ReadToEnd();
    }

    private static List<(Scenario, string)> Load() =>
    [
        .. Resource("scenarios.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (new Scenario(cells[0], cells[2]), cells[1])),
    ];
}
