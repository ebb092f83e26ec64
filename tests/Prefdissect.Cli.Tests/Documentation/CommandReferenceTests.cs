using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Cli.Tests.Documentation;

[Collection(CurrentFolderCollection.Name)]
public partial class CommandReferenceTests
{
    private static readonly string Page = Repository.Read("docs/commands.md");

    [Fact]
    public void Every_verb_has_a_section_and_every_section_a_verb() =>
        VerbHeading().Matches(Page).Select(match => match.Groups[1].Value).ShouldBe(Verbs().Select(NameOf), ignoreOrder: true);

    [Fact]
    public void The_options_of_a_verb_are_those_of_its_section()
    {
        foreach (var verb in Verbs())
        {
            var section = Section($"## `prefdissect {NameOf(verb)}`");
            section.SelectMany(line => OptionCell().Match(line) is { Success: true } cell ? OptionName().Matches(cell.Value).Select(name => name.Value) : []).ShouldBe(
                verb.Options.Where(option => option is not HelpOption).SelectMany(option => option.Aliases.Append(option.Name)), ignoreOrder: true, NameOf(verb));
            foreach (var argument in verb.Arguments) string.Join('\n', section).ShouldContain($"`{argument.Name}`");
        }
    }

    [Fact]
    public void The_fields_of_every_document_are_those_of_its_table()
    {
        var shapes = Shapes();
        shapes.Count.ShouldBeGreaterThan(20);
        foreach (var shape in shapes)
        {
            var rows = Section($"### `{shape.Name}`").Select(line => FieldRow().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, match.Groups[2].Value));
            rows.ShouldBe(Fields(shape).Select(field => (JsonNamingPolicy.CamelCase.ConvertName(field.Name), Value(field))), ignoreOrder: true, shape.Name);
        }
    }

    [Fact]
    public void Every_table_of_fields_is_a_documents() =>
        ShapeHeading().Matches(Page).Select(match => match.Groups[1].Value).ShouldBe(Shapes().Select(shape => shape.Name), ignoreOrder: true);

    [Fact]
    public async Task The_example_in_the_help_of_a_verb_runs()
    {
        using var reader = new Reader();
        File.Copy(reader.PathOf(SampleVotes.Path), reader.PathOf("votes.csv"));
        // The demo runs where the README tells to run it, and serve until it is told to stop.
        foreach (var verb in Verbs().Where(verb => verb.Name is not ("demo" or "serve")))
        {
            var example = verb.Description!.Split("Example:\n")[1];
            foreach (var command in DocumentedCommand.Of(new FencedBlock($"help of {NameOf(verb)}", 0, "sh", null, example.Trim() + "\n"))) await reader.Run(command);
        }
    }

    private static IReadOnlyList<Command> Verbs()
    {
        using var nowhere = new StringWriter();
        return [.. PrefdissectCommand.Root(new Terminal(nowhere, nowhere, false, 80)).Subcommands.SelectMany(Leaves)];
    }

    /// <summary>The command itself, or where it has commands of its own, those.</summary>
    private static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    /// <summary>The words that call a command, such as <c>export weights</c>.</summary>
    private static string NameOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent
        ? $"{NameOf(parent)} {command.Name}"
        : command.Name;

    /// <summary>The lines below a heading, up to the next of its level or a higher one.</summary>
    private static List<string> Section(string heading)
    {
        var lines = Page.Split('\n');
        var start = Array.IndexOf(lines, heading);
        start.ShouldBeGreaterThanOrEqualTo(0, $"docs/commands.md has no heading {heading}");
        var level = heading.IndexOf(' ');
        return [.. lines[(start + 1)..].TakeWhile(line => !(line.StartsWith('#') && line.IndexOf(' ') <= level))];
    }

    /// <summary>The documents and everything that they hold.</summary>
    private static IReadOnlyCollection<Type> Shapes()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(typeof(ImportDocument).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(ImportDocument).Namespace && type.Name.EndsWith("Document", StringComparison.Ordinal)));
        while (open.TryDequeue(out var shape))
        {
            if (!found.Add(shape)) continue;
            foreach (var inner in Fields(shape).Select(field => Innermost(field.PropertyType)).Where(type => type.Namespace!.StartsWith("Prefdissect", StringComparison.Ordinal))) open.Enqueue(inner);
        }
        return found;
    }

    private static IEnumerable<PropertyInfo> Fields(Type shape) =>
        shape.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static Type Innermost(Type type) => type.IsGenericType ? Innermost(type.GetGenericArguments()[^1]) : type;

    private static string Value(PropertyInfo field) => Value(new NullabilityInfoContext().Create(field));

    private static string Value(NullabilityInfo value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var text = type switch
        {
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => $"list of {Value(value.GenericTypeArguments[0])}",
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => $"object of {Value(value.GenericTypeArguments[1])}",
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => "true or false",
            { IsPrimitive: true } => "number",
            _ => $"`{type.Name}`",
        };
        return value.ReadState == NullabilityState.Nullable ? $"{text} or null" : text;
    }

    [GeneratedRegex(@"^## `prefdissect ([\w-]+(?: [\w-]+)*)`$", RegexOptions.Multiline)]
    private static partial Regex VerbHeading();

    [GeneratedRegex(@"^### `(\w+)`$", RegexOptions.Multiline)]
    private static partial Regex ShapeHeading();

    [GeneratedRegex(@"^\| `-[^|]*\|")]
    private static partial Regex OptionCell();

    [GeneratedRegex(@"(?<=`)--?[a-z][a-z-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^\| `(\w+)` \| (.+?) \| .+ \|$")]
    private static partial Regex FieldRow();
}
