using System.Globalization;
using System.Reflection;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Fencing;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Judging.Scoring;

/// <summary>The question how good one response is, alone: the same for every pair in which it stands, so that it is asked once.</summary>
/// <param name="Source">Where the score comes from.</param>
public sealed record ScoreQuestion(ScoreSource Source)
{
    /// <summary>What the answers are for, as tokens and money are counted by it.</summary>
    public const string Step = "score";

    private const string Field = "score";
    private const int Most = 10;
    private static readonly PromptTemplate System = new("score.system", Text("score.system")), Question = new("score", Text("score"));

    /// <summary>Version of the texts.</summary>
    public string Version => Source == ScoreSource.Reward ? "conversation" : $"{Step}-{System.Version}-{Question.Version}";

    /// <summary>What is asked, with the places where texts stand; a reward model reads the conversation itself.</summary>
    public string? Template => Source == ScoreSource.Reward ? null : $"{Text("score.system")}\n{Text("score")}";

    /// <summary>What a score is, in words.</summary>
    public string Rule => Source == ScoreSource.Reward
        ? "reward model, the difference of two scores as log-odds (Bradley–Terry)"
        : $"a number from 0 to {Most} in words, whose differences are no log-odds";

    /// <summary>The request to send; the caller adds parameters.</summary>
    /// <param name="query">The query, hostile.</param>
    /// <param name="response">The response, hostile.</param>
    public ModelRequest Request(Query query, string response)
    {
        if (Source == ScoreSource.Reward)
            return ModelRequest.Pooled(Version, [.. query.Turns.Select(turn => new Message(turn.Role, turn.Text)), Message.Assistant(response)]) with { Step = Step };
        var shown = new AskedTexts(query, response, response);
        var fence = Fence.For(Version, Step, shown.QueryText, [response]);
        var values = new Dictionary<string, string>
        {
            ["fence"] = fence.Delimiter,
            ["prompt"] = fence.Enclose("QUERY", shown.QueryText),
            ["response"] = fence.Enclose("RESPONSE", response),
            ["output_format_str"] = $$"""{"{{Field}}": a whole number from 0 to {{Most}}}""",
        };
        return ModelRequest.Chat(Version, Message.System(System.Render(values)), Message.User(Question.Render(values))) with
        {
            Step = Step,
            Schema = new AnswerSchema(Step, StepAnswerSchema.WholeNumber(Field, 0, Most).ToJsonString()),
        };
    }

    /// <summary>Reads a score.</summary>
    /// <param name="text">The answer, hostile.</param>
    /// <returns>The score, finite; or why there is none.</returns>
    public (double? Score, AnswerReading.Unusable? Failure) Read(string text)
    {
        if (Source == ScoreSource.Reward) return (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), null);
        int? score = null;
        var failure = StepAnswerReader.ReadObject(text, answer =>
        {
            var fields = new AnswerFields();
            var expected = $"a whole number from 0 to {Most}";
            var value = fields.Whole(fields.Field(answer, "", Field, "rating"), Field, expected);
            if (value is < 0 or > Most) fields.Wrong(AnswerFault.WrongValue, Field, FormattableString.Invariant($"{value}"), expected);
            if (fields.Problems.Count == 0) score = value;
            return fields;
        });
        return failure is null ? (score, null) : (null, failure);
    }

    /// <summary>What two scores say of a pair.</summary>
    /// <param name="first">Of the pair's first response.</param>
    /// <param name="second">Of its second.</param>
    public OrderReading Compare(double first, double second) =>
        (Source == ScoreSource.Reward ? SaidReading.OfMargin(AskedOrder.FirstAsA, first - second) : SaidReading.Of(AskedOrder.FirstAsA, Math.Sign(first - second))) with
        {
            Rationale = FormattableString.Invariant($"scores {first:R} and {second:R}"),
        };

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(ScoreQuestion).Namespace}.Prompts.{name}.txt")!);
        return reader.ReadToEnd();
    }
}
