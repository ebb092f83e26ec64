using System.Reflection;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Fencing;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Judging.Prompted;

/// <summary>The question which of two responses is better, answered with reasons before the verdict.</summary>
/// <param name="AllowsTies">Whether a tie is offered.</param>
/// <param name="Rubric">What to judge by, in the words of whoever runs the study; <see langword="null"/> to leave that to the judge.</param>
public sealed record VerdictQuestion(bool AllowsTies, string? Rubric)
{
    /// <summary>What the answers are for, as tokens and money are counted by it.</summary>
    public const string Step = "verdict";

    private const string ReasonsField = "reasons", VerdictField = "verdict";
    private static readonly PromptTemplate System = Embedded("verdict.system"), Question = Embedded("verdict");

    /// <summary>Version of the texts.</summary>
    public static string Version => $"{Step}-{System.Version}-{Question.Version}";

    /// <summary>What is asked, with the places where the texts of a pair stand.</summary>
    public string Template => $"{Text("verdict.system")}\n{Text("verdict")}";

    /// <summary>The request to send, with its schema; the caller adds parameters.</summary>
    /// <param name="texts">The texts of the pair, hostile.</param>
    /// <param name="order">Which response stands as A.</param>
    public ModelRequest Request(AskedTexts texts, AskedOrder order)
    {
        var fence = Fence.For(Version, Step, texts.QueryText, [texts.First, texts.Second], Rubric ?? "");
        var (a, b) = order == AskedOrder.FirstAsA ? (texts.First, texts.Second) : (texts.Second, texts.First);
        var values = new Dictionary<string, string>
        {
            ["fence"] = fence.Delimiter,
            ["prompt"] = fence.Enclose("QUERY", texts.QueryText),
            ["response_1"] = fence.Enclose("RESPONSE A", a),
            ["response_2"] = fence.Enclose("RESPONSE B", b),
            ["characteristics"] = Rubric is null ? "Which response do you prefer?" : $"Judge the responses by this:\n\n{Rubric}\n\nWhich response is better by it?",
            ["questions_str"] = AllowsTies ? "The verdict is \"A\" or \"B\", or \"tie\" where you prefer neither." : "The verdict is \"A\" or \"B\"; there is no tie: where it is close, choose all the same.",
            ["output_format_str"] = $$"""{"{{ReasonsField}}": "a few sentences", "{{VerdictField}}": {{string.Join(" or ", Words.Select(word => $"\"{word.Word}\""))}}}""",
        };
        return ModelRequest.Chat(Version, Message.System(System.Render(values)), Message.User(Question.Render(values))) with
        {
            Step = Step,
            Schema = new AnswerSchema(Step, StepAnswerSchema.ReasonsThenOneOf(ReasonsField, VerdictField, Words.Select(word => word.Word)).ToJsonString()),
        };
    }

    /// <summary>Reads what the model answered.</summary>
    /// <param name="text">The answer, hostile.</param>
    /// <returns>The verdict, or why there is none.</returns>
    public (ReasonedVerdict? Verdict, AnswerReading.Unusable? Failure) Read(string text)
    {
        ReasonedVerdict? said = null;
        var failure = StepAnswerReader.ReadObject(text, answer =>
        {
            var fields = new AnswerFields();
            var verdict = fields.Word(fields.Field(answer, "", VerdictField, "preference", "winner"), VerdictField, Words);
            var reasons = fields.Text(fields.Field(answer, "", ReasonsField, "reason", "rationale"), ReasonsField);
            if (fields.Problems.Count == 0) said = new ReasonedVerdict(verdict!.Value, reasons);
            return fields;
        });
        return failure is null ? (said, null) : (null, failure);
    }

    private IReadOnlyList<(string Word, Verdict Value)> Words => AllowsTies ? [("A", Verdict.A), ("B", Verdict.B), ("tie", Verdict.Tie)] : [("A", Verdict.A), ("B", Verdict.B)];

    private static PromptTemplate Embedded(string name) => new(name, Text(name));

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(VerdictQuestion).Namespace}.Prompts.{name}.txt")!);
        return reader.ReadToEnd();
    }
}
