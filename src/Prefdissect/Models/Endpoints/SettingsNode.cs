using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Prefdissect.Models.Endpoints;

/// <summary>A mapping in a YAML file of settings that knows where it stands, so that what is wrong can be named by file, line and field.</summary>
internal sealed class SettingsNode
{
    private readonly string file;
    private readonly string place;
    private readonly YamlMappingNode node;

    private SettingsNode(string file, string place, YamlMappingNode node)
    {
        (this.file, this.place, this.node) = (file, place, node);
    }

    /// <summary>Names of the fields, in the order of the file.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    /// <summary>The outermost mapping, or <see langword="null"/> where the file says nothing.</summary>
    public static SettingsNode? Root(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new ModelSettingsException($"{file}, line {error.Start.Line}: this is not YAML ({error.Message}).");
        }
        if (stream.Documents is not [var document, ..] || document.RootNode is YamlScalarNode { Value: null or "" }) return null;
        return Mapping(file, "the file", document.RootNode);
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string field) => Find(field) is not null;

    /// <summary>Refuses fields of other names: a misspelt one would be left out silently.</summary>
    public void AllowOnly(params string[] fields)
    {
        foreach (var key in Keys.Where(key => !fields.Contains(key))) throw Wrong(key, "there is no such field", $"Expected one of {string.Join(", ", fields)}.");
    }

    /// <summary>The mapping under a field, or <see langword="null"/>.</summary>
    public SettingsNode? Child(string field) => Find(field) is { } child ? Mapping(file, Below(field), child) : null;

    /// <summary>The mappings under a mapping, by name.</summary>
    public IEnumerable<(string Name, SettingsNode Node)> Children(string field) => Child(field) is { } child ? child.Keys.Select(key => (key, child.Child(key)!)) : [];

    /// <summary>The text of a field, or <see langword="null"/>.</summary>
    public string? Text(string field) => Find(field) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        _ => throw Wrong(field, "it is empty or holds several values", "Expected one value."),
    };

    /// <summary>A whole number in a range, or <see langword="null"/>.</summary>
    public int? Whole(string field, int least, int most)
    {
        if (Text(field) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        throw Wrong(field, $"found '{text}'", string.Create(CultureInfo.InvariantCulture, $"Expected a whole number from {least} to {most}."));
    }

    /// <summary>A number in a range, or <see langword="null"/>.</summary>
    public double? Number(string field, double least, double most)
    {
        if (Text(field) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        throw Wrong(field, $"found '{text}'", string.Create(CultureInfo.InvariantCulture, $"Expected a number from {least} to {most}."));
    }

    /// <summary>A field's value as JSON, for fields that are handed on to the server as they are.</summary>
    public string Json(string field) => (ToJson(Find(field)!)?.ToJsonString(JsonSerializerOptions.Default)) ?? "null";

    /// <summary>What is wrong with a field, as an exception that names file and line.</summary>
    public ModelSettingsException Wrong(string field, string found, string expected)
    {
        var line = node.Children.Keys.FirstOrDefault(key => key is YamlScalarNode scalar && scalar.Value == field)?.Start.Line ?? node.Start.Line;
        return new ModelSettingsException($"{file}, line {line}, field {Below(field)}: {found.TrimEnd('.')}. {expected}".TrimEnd());
    }

    private static SettingsNode Mapping(string file, string place, YamlNode found)
    {
        if (found is not YamlMappingNode mapping || mapping.Children.Keys.Any(key => key is not YamlScalarNode))
        {
            throw new ModelSettingsException($"{file}, line {found.Start.Line}: {place} must hold fields, each as `name: value`.");
        }
        return new SettingsNode(file, place, mapping);
    }

    private string Below(string field) => place == "the file" ? field : $"{place}.{field}";

    private YamlNode? Find(string field) => node.Children.FirstOrDefault(child => child.Key is YamlScalarNode key && key.Value == field).Value;

    private static JsonNode? ToJson(YamlNode found) => found switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value ?? "", ToJson(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
