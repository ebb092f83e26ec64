using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Prefdissect.Importing.Definitions;

/// <summary>A YAML file of at most <see cref="LargestSize"/> characters whose outermost node is a mapping; what is wrong with it is told by file, line and field.</summary>
internal sealed class YamlPage
{
    /// <summary>Larger files are no definitions.</summary>
    public const int LargestSize = 1 << 20;

    private const string Hint = "Compare it with the example in docs/properties.md.";

    private readonly string file;

    private YamlPage(string file, YamlMappingNode root) => (this.file, Root) = (file, root);

    /// <summary>The outermost mapping.</summary>
    public YamlMappingNode Root { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ImportException">It is too large, no YAML, empty, several documents or no mapping.</exception>
    public static YamlPage Read(string file, string text)
    {
        if (text.Length > LargestSize)
            throw new ImportException(new(file), $"{text.Length} characters", $"at most {LargestSize}", "A file of definitions is short: is this the right one?");
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new ImportException(new(file, e.Start.Line), Shown.Plain(e.InnerException?.Message ?? e.Message).TrimEnd('.'), "YAML", "Mind the indentation, and quote texts that hold a colon.", e);
        }
        if (stream.Documents.Count != 1) throw new ImportException(new(file), $"{stream.Documents.Count} documents", "one YAML document", Hint);
        return stream.Documents[0].RootNode is YamlMappingNode root
            ? new YamlPage(file, root)
            : throw new ImportException(new(file, stream.Documents[0].RootNode.Start.Line), Kind(stream.Documents[0].RootNode), "a mapping of fields", Hint);
    }

    /// <summary>Refuses fields of other names: a misspelt one would be silently passed over.</summary>
    public void OnlyFields(YamlMappingNode mapping, params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in mapping)
        {
            var name = key is YamlScalarNode { Value: { } value } ? value : "";
            if (!known.Contains(name, StringComparer.Ordinal)) throw Wrong(key, name.Length > 0 ? name : null, "a field that is not known", $"one of {string.Join(", ", known)}");
        }
    }

    /// <summary>A field of a mapping, or <see langword="null"/>; one that is empty or null counts as absent.</summary>
    public YamlNode? Field(YamlMappingNode mapping, string name) =>
        mapping.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is not YamlScalarNode { Value: null or "" or "~" or "null" } ? node : null;

    /// <summary>A text field, trimmed, or <see langword="null"/> where it is absent.</summary>
    /// <exception cref="ImportException">It is no text.</exception>
    public string? Text(YamlMappingNode mapping, string name) => Field(mapping, name) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value!.Trim(),
        var other => throw Wrong(other, name, Kind(other), "a text"),
    };

    /// <summary>A text field that must be there.</summary>
    /// <exception cref="ImportException">It is absent or no text.</exception>
    public string RequiredText(YamlMappingNode mapping, string name) =>
        Text(mapping, name) is { Length: > 0 } text ? text : throw Wrong(mapping, name, "nothing", "a text");

    /// <summary>The texts of a list.</summary>
    /// <exception cref="ImportException">It is no list of texts.</exception>
    public IReadOnlyList<string> Texts(YamlNode node, string field) => node is YamlSequenceNode sequence
        ? [.. sequence.Select(item => item is YamlScalarNode { Value: { } value } ? value.Trim() : throw Wrong(item, field, Kind(item), "a text"))]
        : throw Wrong(node, field, Kind(node), "a list of texts");

    /// <summary>What is wrong at a node.</summary>
    public ImportException Wrong(YamlNode node, string? field, string found, string expected, string hint = Hint) =>
        new(new FilePlace(file, node.Start.Line, field), found, expected, hint);

    /// <summary>What a node is, for messages.</summary>
    public static string Kind(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } value } => Shown.Quoted(value),
        YamlSequenceNode => "a list",
        YamlMappingNode => "a mapping",
        _ => "nothing",
    };
}
