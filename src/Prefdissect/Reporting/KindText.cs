using Prefdissect.Judging;

namespace Prefdissect.Reporting;

/// <summary>How a judge comes to its verdicts, in words.</summary>
public static class KindText
{
    /// <summary>The words for a judge.</summary>
    public static string Of(JudgeDescription judge) => Of(judge.Kind) + (judge is { Kind: JudgeKind.Score, Rule: { } rule } ? $": {rule}" : "") + (judge.AsksBothOrders || !HasOrders(judge.Kind) ? "" : ", one order only");

    // The others see a pair in no order, or once by their nature.
    private static bool HasOrders(JudgeKind kind) => kind is not (JudgeKind.Score or JudgeKind.Jury or JudgeKind.Person or JudgeKind.File or JudgeKind.Imported);

    /// <summary>The words for a kind.</summary>
    public static string Of(JudgeKind kind) => kind switch
    {
        JudgeKind.LlamaCompletion => "first token, whole vocabulary (llama.cpp)",
        JudgeKind.TextCompletion => "first token of a continued text",
        JudgeKind.Chat => "first token of a chat",
        JudgeKind.Verbal => "verbal, one answer at temperature 0",
        JudgeKind.Frequency => "verbal, share of several answers at temperature 1",
        JudgeKind.Prompted => "verdict with reasons",
        JudgeKind.Score => "scores of single responses",
        JudgeKind.Jury => "jury",
        JudgeKind.Person => "person",
        JudgeKind.File => "labels from a file",
        _ => "imported votes",
    };
}
