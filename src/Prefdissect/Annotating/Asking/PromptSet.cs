using Prefdissect.Importing;
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

    /// <summary>The messages of a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="texts">The texts of the pair.</param>
    /// <param name="fence">The delimiter, which stands in none of the texts.</param>
    /// <exception cref="ArgumentException">The fence is empty or stands in a text, or the step needs a reference and there is none.</exception>
    public RenderedPrompt Render(StepQuestion question, AskedTexts texts, string fence)
    {
        var step = question.Step;
        var values = new Dictionary<string, string>
        {
            ["characteristics"] = QuestionText.Characteristics(question, DefinitionOf),
            ["questions_str"] = QuestionText.Questions(question, DefinitionOf, fence),
            ["output_format_str"] = QuestionText.OutputFormat(question.Schema()),
            ["fence"] = fence,
        };
        if (step.ShowsQuery) values["prompt"] = Fenced(fence, "query", texts.QueryText);
        switch (question.Shown)
        {
            case ResponseShown.Both:
                values["response_1"] = Fenced(fence, "response 1", texts.First);
                values["response_2"] = Fenced(fence, "response 2", texts.Second);
                break;
            case { } alone:
                values["response"] = values["response_1"] = Fenced(fence, "response", alone == ResponseShown.First ? texts.First : texts.Second);
                break;
        }
        if (step.Needs == StepInput.Reference)
            values["reference"] = Fenced(fence, "reference", texts.Reference ?? throw new ArgumentException($"The step {step} needs a reference answer.", nameof(texts)));
        return Messages(NameOf(question), values, fence);
    }

    /// <summary>The messages that ask for a reference answer: the query itself, unfenced, after a system message of ours.</summary>
    public RenderedPrompt RenderReference(Query query) =>
        new([new Turn("system", templates["reference"].Render(new Dictionary<string, string>())), .. query.Turns.Where(turn => turn.Role != "system")], $"reference-{templates["reference"].Version}");

    /// <summary>The messages that ask for the scenario of a query.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="scenarios">The list of scenarios, a line each.</param>
    /// <param name="outputFormat">An example of the answer.</param>
    /// <param name="fence">The delimiter, which does not stand in the query.</param>
    /// <exception cref="ArgumentException">The fence is empty or stands in the query.</exception>
    public RenderedPrompt RenderScenario(Query query, string scenarios, string outputFormat, string fence) => Messages("scenario", new()
    {
        ["prompt"] = Fenced(fence, "query", new AskedTexts(query, "", "").QueryText),
        ["scenarios"] = scenarios,
        ["output_format_str"] = outputFormat,
        ["fence"] = fence,
    }, fence);

    /// <summary>A text between two lines that only we could have written.</summary>
    /// <exception cref="ArgumentException">The fence is empty or stands in the text.</exception>
    internal static string Fenced(string fence, string label, string text)
    {
        if (fence.Length == 0) throw new ArgumentException("A fence is not empty.", nameof(fence));
        if (text.Contains(fence, StringComparison.Ordinal)) throw new ArgumentException($"The fence stands in the {label}.", nameof(fence));
        return $"BEGIN {fence} {label}\n{text}\nEND {fence} {label}";
    }

    private static string NameOf(StepQuestion question) => PromptFiles.NameOf(question.Step, question.Shown is null ? null
        : question.Shown == ResponseShown.Both ? AnnotationMode.Pair : AnnotationMode.Single);

    private static IEnumerable<string> NamesOf(Property property) => new[] { property.AskedName, property.Name, property.ShortName }.Select(LooseName.Of);

    private RenderedPrompt Messages(string name, Dictionary<string, string> values, string fence) => new(
        [new Turn("system", templates["system"].Render(new Dictionary<string, string> { ["fence"] = fence })), new Turn("user", templates[name].Render(values))], VersionOf(name));

    // A definition changes what is asked as a template does, but stands in the prompt itself, which is part of every key.
    private string VersionOf(string name) => $"{name}-{templates["system"].Version}-{templates[name].Version}";

    private string DefinitionOf(Property property) =>
        NamesOf(property).Select(name => definitions.GetValueOrDefault(name)).FirstOrDefault(text => text is not null) ?? property.AskedDefinition;
}
