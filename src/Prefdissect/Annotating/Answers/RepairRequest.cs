using Prefdissect.Models.Requests;

namespace Prefdissect.Annotating.Answers;

/// <summary>The one second chance of an answer that cannot be used: what was asked and answered, and what was wrong with it.</summary>
public static class RepairRequest
{
    private const int MostProblems = 10;
    private const int LongestAnswer = 8000;

    /// <summary>The request to send: the messages of the first one, the answer, and what to mend; else as the first.</summary>
    /// <param name="asked">The first request.</param>
    /// <param name="answer">What the model wrote; only its beginning is sent back.</param>
    /// <param name="failure">What is wrong with it.</param>
    public static ModelRequest Of(ModelRequest asked, string answer, AnswerReading.Unusable failure) =>
        ModelRequest.Chat(asked.PromptVersion, [.. asked.Messages, Message.Assistant(Beginning(answer)), Message.User(Text(failure))]) with
        {
            Parameters = asked.Parameters,
            Schema = asked.Schema,
            Step = asked.Step,
            Attempt = asked.Attempt,
        };

    /// <summary>What the model is told.</summary>
    public static string Text(AnswerReading.Unusable failure)
    {
        var shown = failure.Problems.Take(MostProblems).Select(problem => $"- {problem}").ToList();
        if (failure.Problems.Count > shown.Count) shown.Add($"- and {failure.Problems.Count - shown.Count} more of the same kind");
        return $"That answer cannot be used ({failure.Reason}):\n{string.Join("\n", shown)}\n\nAnswer the question again, whole, as one JSON object in the form that was asked for, and nothing else.";
    }

    // An empty message of an assistant is refused by some servers.
    private static string Beginning(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer)) return "(nothing)";
        return answer.Length <= LongestAnswer ? answer : answer[..(LongestAnswer - (char.IsHighSurrogate(answer[LongestAnswer - 1]) ? 1 : 0))];
    }
}
