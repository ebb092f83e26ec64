using System.Globalization;
using System.Text.RegularExpressions;
using Prefdissect.Properties;
using YamlDotNet.RepresentationModel;

namespace Prefdissect.Importing.Definitions;

/// <summary>
/// Properties of a team's own, read from YAML: <c>properties</c> is a list of them, <c>published</c> says which of the 29 stay (<c>all</c>, the default;
/// <c>none</c>; or a list of short names). docs/properties.md has the fields and an example.
/// </summary>
public static partial class PropertyFile
{
    private const int LongestName = 80;
    private const int LongestDefinition = 2000;

    private static readonly (string Word, ComparisonRule Rule)[] Rules =
        [("more", ComparisonRule.MoreIsMore), ("less", ComparisonRule.LessIsMore), ("only-zero", ComparisonRule.OnlyZeroDiffers)];

    private static readonly (string Word, QueryTrait Trait)[] Traits =
    [
        ("unclear-intent", QueryTrait.UnclearIntent), ("feelings", QueryTrait.Feelings), ("constraints", QueryTrait.Constraints),
        ("stances", QueryTrait.Stances), ("mistakes", QueryTrait.Mistakes),
    ];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportException">It cannot be used; the message names file, line and field.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PropertySet Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Reads the text of a file: the published properties that stay, then the file's own in its order.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ImportException">It cannot be used; the message names file, line and field.</exception>
    public static PropertySet Parse(string file, string text)
    {
        var page = YamlPage.Read(file, text);
        page.OnlyFields(page.Root, "published", "properties");
        var kept = Kept(page);
        var entries = page.Field(page.Root, "properties") switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            var other => throw page.Wrong(other, "properties", YamlPage.Kind(other), "a list of properties"),
        };
        var own = new List<Property>();
        foreach (var entry in entries)
        {
            var mapping = entry as YamlMappingNode ?? throw page.Wrong(entry, "properties", YamlPage.Kind(entry), "a mapping of fields such as name and definition");
            var property = PropertyOf(page, mapping);
            RefuseTakenNames(page, mapping, property, own);
            own.Add(property);
        }
        return kept.All.Count + own.Count > 0
            ? kept.With(own)
            : throw page.Wrong(page.Root, "properties", "no property at all", "at least one property, or some of the published ones");
    }

    private static PropertySet Kept(YamlPage page)
    {
        switch (page.Field(page.Root, "published"))
        {
            case null or YamlScalarNode { Value: "all" }: return PropertySet.Published;
            case YamlScalarNode { Value: "none" }: return new PropertySet([]);
            case YamlSequenceNode list:
                foreach (var (name, node) in page.Texts(list, "published").Zip(list.Children))
                {
                    if (!PropertySet.Published.TryFind(name, out _))
                        throw page.Wrong(node, "published", Shown.Quoted(name), "short names of published properties", "'prefdissect properties' lists them.");
                }
                return PropertySet.Published.Only(page.Texts(list, "published"));
            case var other: throw page.Wrong(other, "published", YamlPage.Kind(other), "all, none, or a list of short names");
        }
    }

    private static Property PropertyOf(YamlPage page, YamlMappingNode fields)
    {
        page.OnlyFields(fields, "name", "shortName", "definition", "scale", "needsQuery", "appliesWhen", "compare");
        var name = Name(page, fields, "name", page.RequiredText(fields, "name"));
        var shortName = Name(page, fields, "shortName", page.Text(fields, "shortName") ?? name);
        var definition = page.RequiredText(fields, "definition");
        if (definition.Length > LongestDefinition)
            throw page.Wrong(fields, "definition", $"{definition.Length} characters", $"at most {LongestDefinition}", "One or two sentences are rated more evenly.");
        var scale = ScaleOf(page, fields);
        var applies = AppliesWhen(page, fields);
        var rule = Choice(page, fields, "compare", Rules.Select(rule => (rule.Word, rule.Rule)), ComparisonRule.MoreIsMore);
        var kind = applies is Applicability.ToEveryResponse ? PropertyKind.Basic : PropertyKind.QuerySpecific;
        return new Property(name, shortName, kind, rule, definition)
        {
            NeedsQuery = Choice(page, fields, "needsQuery", [("yes", true), ("no", false), ("true", true), ("false", false)], false) || kind == PropertyKind.QuerySpecific,
            Scale = scale,
            Unit = $"rating {scale}",
            FullDifference = scale.Span,
            Applies = applies,
        };
    }

    private static string Name(YamlPage page, YamlMappingNode fields, string field, string name)
    {
        // Names stand in prompts, JSON keys, file names of exports and tables of a terminal.
        if (name.Length > LongestName || name.Any(char.IsControl) || name.Contains('"') || name.Contains('\\') || !name.Any(char.IsLetterOrDigit))
        {
            throw page.Wrong(page.Field(fields, field) ?? fields, field, Shown.Quoted(name),
                $"a name of at most {LongestName} characters on one line, with a letter or digit and without quotation marks and backslashes");
        }
        return name;
    }

    private static RatingScale ScaleOf(YamlPage page, YamlMappingNode fields)
    {
        const string expected = "a range such as 0-3, yes/no, or a list of two words or more in ascending order";
        var node = page.Field(fields, "scale");
        if (node is null) return RatingScale.ZeroToThree;
        try
        {
            if (node is YamlSequenceNode)
            {
                var words = page.Texts(node, "scale");
                return words.Any(word => word.Length is 0 or > LongestName) ? throw page.Wrong(node, "scale", "a word that is empty or too long", expected) : new RatingScale(0, words);
            }
            if (node is YamlScalarNode { Value: { } text })
            {
                if (text.Trim() == "yes/no") return new RatingScale(0, ["no", "yes"]);
                if (Range().Match(text) is { Success: true } range) return new RatingScale(Whole(range.Groups[1]), Whole(range.Groups[2]));
            }
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw page.Wrong(node, "scale", $"{YamlPage.Kind(node)}: {e.Message.Split('\n')[0].TrimEnd('.')}", expected);
        }
        throw page.Wrong(node, "scale", YamlPage.Kind(node), expected);

        static int Whole(Group group) => int.Parse(group.ValueSpan.ToString().Replace('−', '-'), CultureInfo.InvariantCulture);
    }

    private static Applicability AppliesWhen(YamlPage page, YamlMappingNode fields)
    {
        if (page.Text(fields, "appliesWhen") is not { Length: > 0 } text || text == "always") return Applicability.Always;
        var trait = Traits.Where(trait => trait.Word == text).ToList();
        if (trait.Count == 1) return new Applicability.ToQueriesWith(trait[0].Trait);
        if (text.Contains(' ') && text.Length <= LongestDefinition) return new Applicability.ToQueriesWhere(text.TrimEnd('.'));
        throw page.Wrong(page.Field(fields, "appliesWhen")!, "appliesWhen", Shown.Quoted(text),
            $"always, {string.Join(", ", Traits.Select(known => known.Word))}, or a condition in words such as 'the user asks for a plan'");
    }

    private static T Choice<T>(YamlPage page, YamlMappingNode fields, string field, IEnumerable<(string Word, T Value)> choices, T otherwise)
    {
        if (page.Text(fields, field) is not { Length: > 0 } text) return otherwise;
        List<(string Word, T Value)> all = [.. choices];
        var found = all.FindIndex(choice => choice.Word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? all[found].Value
            : throw page.Wrong(page.Field(fields, field)!, field, Shown.Quoted(text), $"one of {string.Join(", ", all.Select(choice => choice.Word))}");
    }

    // Answers are matched to properties loosely, so names may not be alike loosely; and a published name would be compared with the published judges' weights.
    private static void RefuseTakenNames(YamlPage page, YamlMappingNode entry, Property property, List<Property> own)
    {
        foreach (var (field, name) in new[] { ("name", property.Name), ("shortName", property.ShortName) })
        {
            var place = page.Field(entry, field) ?? entry;
            if (PropertySet.Published.All.Any(published => NamesOf(published).Contains(LooseName.Of(name))))
            {
                throw page.Wrong(place, field, Shown.Quoted(name), "a name that is not one of a published property",
                    "Give yours another name: a published one would be compared with the published judges. To rate it in another way, leave the published one out under 'published'.");
            }
            if (own.Any(other => NamesOf(other).Contains(LooseName.Of(name)))) throw page.Wrong(place, field, Shown.Quoted(name), "a name that no other property has");
        }
    }

    private static IEnumerable<string> NamesOf(Property property) => new[] { property.Name, property.ShortName, property.AskedName }.Select(LooseName.Of);

    [GeneratedRegex(@"^\s*([-−]?\d{1,4})\s*(?:-|–|\.\.|…|to)\s*([-−]?\d{1,4})\s*$")]
    private static partial Regex Range();
}
