using System.Text.Json.Nodes;
using Prefdissect.Importing;
using Prefdissect.Models.Fencing;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>The texts of every question: those that come with the program, or some of them replaced by files of a folder. Immutable.</summary>
public sealed class PromptSet
{
    private readonly Dictionary<string, PromptTemplate> templates;
    private readonly Dictionary<string, string> definitions;

    internal PromptSet(IEnumerable<PromptTemplate> templates, IEnumerable<KeyValuePair<string, string>> definitions)
    {
        this.templates = templates.ToDictionary(template => template.Name, StringComparer.Ordinal);
        this.definitions = new(StringComparer.Ordinal);
        foreach (var (name, text) in definitions) this.definitions[LooseName.Of(name)] = text;
    }

    /// <summary>The texts that come with the program.</summary>
    public static PromptSet Embedded { get; } = new(PromptFiles.Embedded(), []);

    /// <summary>The templates by name.</summary>
    public IReadOnlyDictionary<string, PromptTemplate> Templates => templates;

    /// <summary>
    /// Version of all texts together: the first 8 hexadecimal digits of a SHA-256. Annotations by different texts are different annotators' work; definitions have versions of
    /// their own, since a changed one concerns its property alone.
    /// </summary>
    public string Version => ContentHash.Of("prompts", [
        .. templates.OrderBy(entry => entry.Key, StringComparer.Ordinal).Where(entry => entry.Key is not ("reference" or "scenario")).SelectMany(entry => new[] { entry.Key, entry.Value.Version })]).ToString()[..8];

    /// <summary>Version of what questions tell about a property: its name, its definition, its levels and its condition. The first 8 hexadecimal digits of a SHA-256.</summary>
    public string VersionOf(Property property) => ContentHash.Of(
        "definition", property.AskedName, DefinitionOf(property), $"{property.Scale} from {property.Scale.Least}", property.Applies switch
        {
            Applicability.ToQueriesWith with => $"with {with.Trait}",
            Applicability.ToEachOf each => $"each of {each.Trait}",
            Applicability.ToQueriesWhere where => $"where {where.Text}",
            _ => "",
        }).ToString()[..8];

    /// <summary>The texts that come with the program, those that a folder has replaced by its own: <c>NAME.txt</c>, or <c>NAME.yaml</c> with a <c>template</c>.</summary>
    /// <exception cref="ImportException">A file is none of ours, or lacks a placeholder that its step needs, or has one whose text its step does not show.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static PromptSet FromFolder(string folder) => PromptFiles.Read(folder);

    /// <summary>Definitions of the folder that no property of a set takes, by name: misspelt ones, or of properties that are not rated.</summary>
    public IReadOnlyList<string> UnusedDefinitions(PropertySet properties)
    {
        var known = properties.All.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        return [.. definitions.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Version of the texts of one question, for keys of caches; it changes whenever one of them does.</summary>
    public string VersionOf(StepQuestion question) => VersionOf(NameOf(question));

    /// <summary>The delimiter around the texts of a question: the same for a pair whichever response comes first, and for a query whatever its responses where these are not shown.</summary>
    public Fence FenceFor(StepQuestion question, AskedTexts texts) => Fence.For(
        VersionOf(question), question.Step.Name, texts.QueryText, question.Step.ShowsResponses ? [texts.First, texts.Second] : [], question.TextsShown(texts));

    /// <summary>The request that asks a question, with its schema; the caller adds parameters.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="texts">The texts of the pair.</param>
    /// <exception cref="ArgumentException">The step needs a reference and there is none.</exception>
    public ModelRequest Request(StepQuestion question, AskedTexts texts)
    {
        var (step, fence) = (question.Step, FenceFor(question, texts));
        var values = new Dictionary<string, string>
        {
            ["characteristics"] = QuestionText.Characteristics(question, DefinitionOf),
            ["questions_str"] = QuestionText.Questions(question, DefinitionOf, fence),
            ["output_format_str"] = QuestionText.OutputFormat(question.Schema()),
        };
        if (step.ShowsQuery) values["prompt"] = fence.Enclose("QUERY", texts.QueryText);
        switch (question.Shown)
        {
            case ResponseShown.Both:
                values["response_1"] = fence.Enclose("RESPONSE 1", texts.First);
                values["response_2"] = fence.Enclose("RESPONSE 2", texts.Second);
                break;
            case { } alone:
                values["response"] = values["response_1"] = fence.Enclose("RESPONSE", alone == ResponseShown.First ? texts.First : texts.Second);
                break;
        }
        if (step.Needs == StepInput.Reference)
            values["reference"] = fence.Enclose("REFERENCE", texts.Reference ?? throw new ArgumentException($"The step {step} needs a reference answer.", nameof(texts)));
        return Chat(NameOf(question), values, fence) with { Step = step.Name, Schema = new AnswerSchema(step.Name, question.Schema().ToJsonString()) };
    }

    /// <summary>The request for a reference answer: the query itself, unfenced, after a system message of ours.</summary>
    public ModelRequest ReferenceRequest(Query query) => ModelRequest.Chat(
        $"reference-{templates["reference"].Version}",
        [Message.System(templates["reference"].Render(new Dictionary<string, string>())), .. query.Turns.Where(turn => turn.Role != "system").Select(turn => new Message(turn.Role, turn.Text))]) with
    {
        Step = "reference",
    };

    /// <summary>The request for the scenario of a query.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="scenarios">The list of scenarios, a line each.</param>
    /// <param name="schema">The schema of the answer.</param>
    internal ModelRequest ScenarioRequest(Query query, string scenarios, JsonObject schema)
    {
        var text = new AskedTexts(query, "", "").QueryText;
        var fence = Fence.For(VersionOf("scenario"), "scenario", text, []);
        var values = new Dictionary<string, string>
        {
            ["prompt"] = fence.Enclose("QUERY", text),
            ["scenarios"] = scenarios,
            ["output_format_str"] = "{\"scenario\": \"name of the kind\"}",
        };
        return Chat("scenario", values, fence) with { Step = "scenario", Schema = new AnswerSchema("scenario", schema.ToJsonString()) };
    }

    private static string NameOf(StepQuestion question) => PromptFiles.NameOf(question.Step, question.Shown is null ? null
        : question.Shown == ResponseShown.Both ? AnnotationMode.Pair : AnnotationMode.Single);

    private static IEnumerable<string> NamesOf(Property property) => new[] { property.AskedName, property.Name, property.ShortName }.Select(LooseName.Of);

    private ModelRequest Chat(string name, Dictionary<string, string> values, Fence fence)
    {
        values["fence"] = fence.Delimiter;
        return ModelRequest.Chat(VersionOf(name), Message.System(templates["system"].Render(values)), Message.User(templates[name].Render(values)));
    }

    // A definition changes what is asked as a template does, but stands in the prompt itself, which is part of every key.
    private string VersionOf(string name) => $"{name}-{templates["system"].Version}-{templates[name].Version}";

    private string DefinitionOf(Property property) =>
        NamesOf(property).Select(name => definitions.GetValueOrDefault(name)).FirstOrDefault(text => text is not null) ?? property.AskedDefinition;
}
