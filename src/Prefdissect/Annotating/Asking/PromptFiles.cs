using System.Reflection;
using Prefdissect.Importing;
using Prefdissect.Importing.Definitions;
using YamlDotNet.RepresentationModel;

namespace Prefdissect.Annotating.Asking;

/// <summary>Where prompts come from: files embedded beside this class, or a folder of a user's.</summary>
internal static class PromptFiles
{
    private const string Suffix = ".txt";

    /// <summary>Names of the published prompts, beside ours.</summary>
    private static readonly Dictionary<string, string> PublishedNames = new(StringComparer.Ordinal)
    {
        ["check_query"] = "query-info",
        ["query-free_pairwise"] = "query-free.pair",
        ["query-free_single"] = "query-free.single",
        ["query-aware-once_pairwise"] = "query-aware.pair",
        ["query-aware-once_single"] = "query-aware.single",
        ["query-aware-twice_pairwise"] = "query-specific.pair",
        ["query-aware-twice_single"] = "query-specific.single",
        ["accuracy_pairwise"] = "errors.pair",
        ["accuracy_single"] = "errors.single",
    };

    /// <summary>The name of the prompt of a step; the mode is <see langword="null"/> where no response is shown.</summary>
    public static string NameOf(AnnotationStep step, AnnotationMode? mode) => mode switch
    {
        AnnotationMode.Pair => $"{step}.pair",
        AnnotationMode.Single => $"{step}.single",
        _ => step.Name,
    };

    public static IEnumerable<PromptTemplate> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{typeof(PromptFiles).Namespace}.Prompts.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new PromptTemplate(resource[prefix.Length..^Suffix.Length], reader.ReadToEnd());
        }
    }

    public static PromptSet Read(string folder)
    {
        var templates = Embedded().ToDictionary(template => template.Name, StringComparer.Ordinal);
        var (own, definitions) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<KeyValuePair<string, string>>());
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsPrompt).Order(StringComparer.Ordinal))
        {
            var text = TextOf(path, definitions);
            if (text is null) continue;
            var stem = Path.GetFileNameWithoutExtension(path);
            var name = PublishedNames.GetValueOrDefault(stem, stem);
            if (!templates.ContainsKey(name))
            {
                throw new ImportException(new(path), $"a prompt for {Shown.Quoted(stem)}", $"one of {string.Join(", ", templates.Keys.Order(StringComparer.Ordinal))}",
                    "Name the file after what it replaces.");
            }
            if (!own.TryAdd(name, path)) throw new ImportException(new(path), $"a second prompt for {name}, after {Path.GetFileName(own[name])}", "one", "Take one of them away.");
            templates[name] = Checked(path, new PromptTemplate(name, text));
        }
        if (own.Count == 0 && definitions.Count == 0)
        {
            throw new ImportException(new(folder), "no prompts", "files such as query-free.pair.txt or query-free_pairwise.yaml",
                $"Prompts are named {string.Join(", ", templates.Keys.Order(StringComparer.Ordinal))}.");
        }
        return new PromptSet(templates.Values, definitions);
    }

    private static bool IsPrompt(string path) => Path.GetExtension(path) is Suffix or ".yaml" or ".yml";

    private static string? TextOf(string path, List<KeyValuePair<string, string>> definitions)
    {
        var content = File.ReadAllText(path);
        if (Path.GetExtension(path) == Suffix) return content;
        var page = YamlPage.Read(path, content);
        if (page.Text(page.Root, "template") is { Length: > 0 } template) return template;
        foreach (var (key, value) in page.Root)
        {
            var text = value is YamlMappingNode fields ? page.RequiredText(fields, "content") : (value as YamlScalarNode)?.Value;
            if (key is not YamlScalarNode { Value: { } name } || string.IsNullOrWhiteSpace(text))
                throw page.Wrong(value, key.ToString(), YamlPage.Kind(value), "a prompt under 'template', or definitions: a name, then its text or a mapping with 'content'");
            definitions.Add(new(name, text.Trim().ReplaceLineEndings(" ")));
        }
        return null;
    }

    private static PromptTemplate Checked(string path, PromptTemplate template)
    {
        var (needed, allowed) = PlaceholdersOf(template.Name);
        if (needed.FirstOrDefault(name => !Has(template, name)) is { } missing)
        {
            throw new ImportException(new(path), $"no {{{missing}}}", $"the placeholders {string.Join(", ", needed.Select(name => $"{{{name}}}"))} in the prompt {template.Name}",
                missing == "fence" ? "Without it nothing would tell the model where the texts under examination begin and end." : "Without it the model would not see what it is asked about.");
        }
        if (template.Placeholders.FirstOrDefault(name => !allowed.Contains(name)) is { } wrong)
        {
            throw new ImportException(new(path), $"{{{wrong}}}", $"only {string.Join(", ", allowed.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"))} in the prompt {template.Name}",
                "That question does not show it.");
        }
        return template;
    }

    // In single mode the response has two names.
    private static bool Has(PromptTemplate template, string name) =>
        template.Placeholders.Contains(name) || (name == "response" && template.Placeholders.Contains("response_1"));

    private static (IReadOnlyList<string> Needed, IReadOnlySet<string> Allowed) PlaceholdersOf(string name)
    {
        switch (name)
        {
            case "system": return (["fence"], new HashSet<string> { "fence" });
            case "reference": return ([], new HashSet<string>());
            case "scenario": return (["prompt", "scenarios"], new HashSet<string> { "prompt", "scenarios", "output_format_str", "fence" });
        }
        var step = AnnotationStep.Of(name.Split('.')[0]);
        var needed = new List<string>();
        if (step.ShowsQuery) needed.Add("prompt");
        if (step.ShowsResponses) needed.AddRange(name.EndsWith(".pair", StringComparison.Ordinal) ? ["response_1", "response_2"] : ["response"]);
        if (step == AnnotationStep.QueryFree || step == AnnotationStep.QueryAware) needed.Add("characteristics");
        if (step == AnnotationStep.QuerySpecific) needed.Add("questions_str");
        if (step == AnnotationStep.Errors) needed.Add("reference");
        return (needed, new HashSet<string>([.. needed, .. needed.Contains("response") ? ["response_1"] : Array.Empty<string>(), "output_format_str", "characteristics", "questions_str", "fence"], StringComparer.Ordinal));
    }
}
