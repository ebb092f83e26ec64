using System.Collections.Frozen;
using System.Reflection;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Cues;

/// <summary>
/// The word lists, read from the files embedded beside this class: a phrase a line, <c>#</c> begins a comment, <c>^</c> before a phrase lets it count at the
/// beginning of a sentence alone. Case, accents and the kind of apostrophe do not matter; a hyphen separates words.
/// </summary>
public sealed class CueBook
{
    private const string Suffix = ".txt";

    private readonly Dictionary<string, int> indices = [];
    private readonly List<CuePhrase> phrases = [];

    private CueBook(IEnumerable<(string Name, string Content)> files)
    {
        foreach (var (name, content) in files)
        {
            indices.Add(name, indices.Count);
            phrases.AddRange(Parse(name, content, indices[name]));
        }
        Automaton = new(phrases, indices.Count);
    }

    /// <summary>The lists that come with the annotator.</summary>
    public static CueBook Embedded { get; } = new(Files().Where(file => !file.Name.StartsWith("set-", StringComparison.Ordinal)));

    /// <summary>Finds the phrases of all lists in one pass.</summary>
    public CueAutomaton Automaton { get; }

    /// <summary>The phrases of all lists.</summary>
    public IReadOnlyList<CuePhrase> Phrases => phrases;

    /// <summary>The names of the lists.</summary>
    public IEnumerable<string> Names => indices.Keys;

    /// <summary>The index of a list.</summary>
    /// <exception cref="KeyNotFoundException">There is no list of that name.</exception>
    public int this[string name] => indices.TryGetValue(name, out var index)
        ? index
        : throw new KeyNotFoundException($"There is no word list '{name}'; there are {string.Join(", ", indices.Keys)}.");

    /// <summary>The hashes of the single words in an embedded set, <c>set-NAME.txt</c>.</summary>
    public static FrozenSet<ulong> Set(string name) =>
        Parse(name, Files().Single(file => file.Name == "set-" + name).Content, 0).Select(phrase => Folding.Hash(phrase.Words.Single())).ToFrozenSet();

    /// <summary>A book of lists given as name and content.</summary>
    /// <exception cref="FormatException">A line has no word, or a phrase stands twice in a list.</exception>
    public static CueBook Of(params IEnumerable<(string Name, string Content)> files) => new(files);

    private static IEnumerable<CuePhrase> Parse(string name, string content, int list)
    {
        var seen = new HashSet<string>();
        var number = 0;
        foreach (var line in content.Split('\n'))
        {
            number++;
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0) continue;
            var opens = text[0] == '^';
            var words = Folding.Of(text).Split([' ', '-', '^', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) throw new FormatException($"{name}{Suffix}, line {number}: '{text}' has no word; write a phrase, or begin a comment with #.");
            if (!seen.Add(string.Join(' ', words) + opens)) throw new FormatException($"{name}{Suffix}, line {number}: '{text}' stands twice; delete one.");
            yield return new(list, text.TrimStart('^', ' '), words, opens);
        }
    }

    private static IEnumerable<(string Name, string Content)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = typeof(CueBook).Namespace + ".";
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..^Suffix.Length], reader.ReadToEnd());
        }
    }
}
