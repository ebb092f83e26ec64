using System.Reflection;
using Prefdissect.Pairs;

namespace Prefdissect.Simulating;

/// <summary>All fragments that texts are composed from: the embedded files of the folder <c>Fragments</c>, read once.</summary>
internal sealed class Corpus
{
    private const string Folder = "Prefdissect.Simulating.Fragments.";
    private static readonly Lazy<Corpus> Embedded = new(Load);
    private readonly Dictionary<string, Fragment[]> cues;

    private Corpus(IReadOnlyList<ScenarioFragments> scenarios, IReadOnlyList<WriterStyle> writers, Dictionary<string, Fragment[]> cues, Dictionary<string, string[]> lists)
    {
        Writers = writers;
        Scenarios = scenarios;
        this.cues = cues;
        Lists = lists;
    }

    /// <summary>The embedded fragments.</summary>
    public static Corpus Shared => Embedded.Value;

    /// <summary>The scenarios, in published order.</summary>
    public IReadOnlyList<ScenarioFragments> Scenarios { get; }

    /// <summary>The simulated writers.</summary>
    public IReadOnlyList<WriterStyle> Writers { get; }

    /// <summary>Lists of plain words and sentences, by name.</summary>
    public IReadOnlyDictionary<string, string[]> Lists { get; }

    /// <summary>Names of all pools of fragments.</summary>
    public IEnumerable<string> Pools => cues.Keys;

    /// <summary>A pool of fragments.</summary>
    public Fragment[] Pool(string name) => cues[name];

    private static Corpus Load()
    {
        var lists = Sections("lists");
        var cues = Sections("cues").Concat(Sections("queries")).ToDictionary(
            section => section.Key, section => Array.ConvertAll(section.Value, line => Fragment.Parse(line, lists)));
        var scenarios = Group.PublishedScenarios.Select(name => Scenario(name, lists)).ToArray();
        var writers = Sections("writers").Select(section => new WriterStyle(section.Key, section.Value)).ToArray();
        return new Corpus(scenarios, writers, cues, lists);
    }

    private static Dictionary<string, string[]> Sections(string file)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var line in Lines(file))
        {
            if (line.StartsWith('[') && line.EndsWith(']')) sections.Add(line[1..^1], current = []);
            else (current ?? throw new InvalidDataException($"Fragments/{file}.txt: '{line}' stands before the first [section].")).Add(line);
        }
        return sections.ToDictionary(section => section.Key, section => section.Value.ToArray());
    }

    private static ScenarioFragments Scenario(string name, Dictionary<string, string[]> lists)
    {
        var file = "scenario-" + name.ToLowerInvariant().Replace(' ', '-');
        var entries = Lines(file).Select(line => line.Split(": ", 2)).ToArray();
        if (entries.FirstOrDefault(entry => entry.Length != 2) is { } bad) throw new InvalidDataException($"Fragments/{file}.txt: '{bad[0]}' is not 'key: text'.");
        var requests = entries.Where(entry => entry[0] == "ask").Select(entry => Fragment.Parse(entry[1], lists)).ToArray();
        var starts = Enumerable.Range(0, entries.Length).Where(i => entries[i][0] == "topic").ToArray();
        var topics = starts.Select((start, i) => TopicOf(name, entries[start..(i + 1 < starts.Length ? starts[i + 1] : entries.Length)])).ToArray();
        return new ScenarioFragments(name, requests, topics);
    }

    private static Topic TopicOf(string scenario, string[][] entries)
    {
        string[] All(string key) => [.. entries.Where(entry => entry[0] == key).Select(entry => entry[1])];
        string[] Split(string key) => [.. All(key).SelectMany(text => text.Split(';', StringSplitOptions.TrimEntries))];
        var claims = Array.ConvertAll(All("claim"), Claim.Parse);
        return new Topic(scenario, entries[0][1], Split("aspects"), All("fact"), claims, Split("steps")) { Code = All("code") };
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{file}.txt")
            ?? throw new InvalidDataException($"The embedded file Fragments/{file}.txt is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) yield return line.TrimEnd('\r');
        }
    }
}
