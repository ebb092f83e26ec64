using System.Reflection;
using Prefdissect.Annotating.Asking;
using Prefdissect.Importing;
using Prefdissect.Importing.Definitions;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;

namespace Prefdissect.Judging.Asking;

/// <summary>
/// The prompt that shows a judge both responses: <c>{prompt}</c>, <c>{response_1}</c> (which stands as A) and <c>{response_2}</c> (as B). Where it says <c>{fence}</c> the texts stand between
/// marks that their authors could not know, the same in both orders and for all pairs of a query; else they stand bare.
/// </summary>
public sealed class JudgeTemplate
{
    private static readonly string[] Needed = ["prompt", "response_1", "response_2"];

    private readonly PromptTemplate body;
    private readonly string before;
    private readonly string after;

    /// <summary>A template.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text, to the character: the judge's answer begins where it ends.</param>
    public JudgeTemplate(string name, string text)
    {
        (Name, Text) = (name, text.ReplaceLineEndings("\n"));
        body = new PromptTemplate(name, Text);
        var trimmed = Text.TrimStart('\n');
        before = Text[..^trimmed.Length];
        after = trimmed[trimmed.TrimEnd('\n').Length..];
        Hash = ContentHash.Of("judge template", Text).ToString()[..8];
    }

    /// <summary>Ours for a text that is continued: the next token is the letter.</summary>
    public static JudgeTemplate ForText { get; } = Embedded("text");

    /// <summary>Ours for a chat: the answer is the letter.</summary>
    public static JudgeTemplate ForChat { get; } = Embedded("chat");

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of its text.</summary>
    public string Hash { get; }

    /// <summary>Its name and the hash of its text.</summary>
    public string Version => $"{Name}-{Hash}";

    /// <summary>Whether texts stand between marks.</summary>
    public bool IsFenced => body.Placeholders.Contains("fence");

    /// <summary>The template of a file: its text, or the field <c>template</c> of YAML.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ImportException">A placeholder is missing, or one that stands there is none of a judge's, or nothing stands behind the last of them.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static JudgeTemplate FromFile(string path)
    {
        var content = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (Path.GetExtension(path) is ".yaml" or ".yml")
        {
            var page = YamlPage.Read(path, content);
            content = page.RequiredText(page.Root, "template");
        }
        // The line end that every editor writes is no part of the prompt.
        var template = new JudgeTemplate(Path.GetFileNameWithoutExtension(path), content.TrimEnd('\n'));
        if (Needed.FirstOrDefault(name => !template.body.Placeholders.Contains(name)) is { } missing)
            throw new ImportException(new(path), $"no {{{missing}}}", "{prompt}, {response_1} and {response_2}", "Without it the judge would not see what it compares.");
        if (template.body.Placeholders.FirstOrDefault(name => name != "fence" && !Needed.Contains(name)) is { } wrong)
            throw new ImportException(new(path), $"{{{wrong}}}", "{prompt}, {response_1}, {response_2} and, to mark where they begin and end, {fence}", "A judge is not shown it.");
        if (Needed.Any(name => template.Text.TrimEnd().EndsWith($"{{{name}}}", StringComparison.Ordinal)))
            throw new ImportException(new(path), "nothing behind the last text", "words after which the letter A or B follows", "End it as in: The better response is response");
        return template;
    }

    /// <summary>
    /// The prompt. In a text that is continued the spellings of control tokens are broken in what it shows, since the server reads the whole of it as if we had written it: the template's
    /// own, such as those of a chat, stay.
    /// </summary>
    /// <param name="texts">The texts of the pair.</param>
    /// <param name="order">Which response stands as A.</param>
    /// <param name="way">How the judge is asked.</param>
    public string Render(AskedTexts texts, AskedOrder order, JudgeKind way) => way is JudgeKind.LlamaCompletion or JudgeKind.TextCompletion
        ? Render(ControlTokens.Broken(texts.QueryText), ControlTokens.Broken(texts.First), ControlTokens.Broken(texts.Second), order)
        : Render(texts.QueryText, texts.First, texts.Second, order);

    private string Render(string query, string first, string second, AskedOrder order)
    {
        // By the query alone, and tried against the responses: prompts on one query begin alike.
        var fence = Fence.For(Hash, "judge", query, [], first, second);
        string Shown(string label, string text) => IsFenced ? fence.Enclose(label, text) : text;
        var (one, two) = order == AskedOrder.FirstAsA ? (first, second) : (second, first);
        return before + body.Render(new Dictionary<string, string>
        {
            ["prompt"] = Shown("MESSAGE", query),
            ["response_1"] = Shown("RESPONSE A", one),
            ["response_2"] = Shown("RESPONSE B", two),
            ["fence"] = fence.Delimiter,
        }) + after;
    }

    /// <summary>The template with what a chat's own template puts around a message.</summary>
    public JudgeTemplate Within(string opening, string closing) => new($"{Name}-in-chat", opening + Text + closing);

    private static JudgeTemplate Embedded(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(JudgeTemplate).Namespace}.Prompts.{name}.txt")!);
        return new JudgeTemplate(name, reader.ReadToEnd().TrimEnd('\n'));
    }
}
