using Prefdissect.Models.Answers;

namespace Prefdissect.Annotating.Answers;

/// <summary>Reads a reference answer: what a model says after it has thought, whole, since errors are measured by it.</summary>
public static class ReferenceAnswer
{
    private const string Begin = "<think>";
    private const string End = "</think>";

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">What the model wrote, hostile.</param>
    /// <returns>The text, as it came but for thinking before it; or why it cannot be used.</returns>
    public static (string? Text, AnswerReading.Unusable? Failure) Read(ModelAnswer answer)
    {
        if (answer.IsCutShort) return (null, Failed(AnswerFault.CutOff, "an answer that ends at the longest length allowed"));
        var text = AfterThinking(answer.Text);
        if (text is null) return (null, Failed(AnswerFault.CutOff, "thinking that does not end"));
        return string.IsNullOrWhiteSpace(text) ? (null, Failed(AnswerFault.Empty, "an empty answer")) : (text, null);
    }

    // The template of some models opens the block itself, so that only its end stands in the answer.
    private static string? AfterThinking(string text)
    {
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var opens = begin >= 0 && string.IsNullOrWhiteSpace(text[..begin]);
        if (opens && end < 0) return null;
        return opens || (begin < 0 && end >= 0) ? text[(end + End.Length)..].Trim() : text;
    }

    private static AnswerReading.Unusable Failed(string reason, string found) => new(reason, [new AnswerProblem("", found, "a whole answer")]);
}
