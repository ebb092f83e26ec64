using Prefdissect.Dashboard.Texts;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Samples;

/// <summary>What is marked in the two responses of a pair.</summary>
internal static class PairMarks
{
    /// <summary>The marks in A and in B.</summary>
    public static (IReadOnlyList<TextMark> A, IReadOnlyList<TextMark> B) Of(PairDetails pair, PairView view) => view.Show switch
    {
        "difference" => Difference(pair.A.Text, pair.B.Text) is var (a, b) ? ([.. a, .. Signs(pair.A)], [.. b, .. Signs(pair.B)]) : default,
        "evidence" => ([.. Evidence(pair.A, view.Property), .. Signs(pair.A)], [.. Evidence(pair.B, view.Property), .. Signs(pair.B)]),
        _ => ([.. Signs(pair.A)], [.. Signs(pair.B)]),
    };

    /// <summary>What a sign of manipulation is, in words.</summary>
    public static string Words(ManipulationKind kind) => kind switch
    {
        ManipulationKind.LeavesFence => "imitates the end of its enclosure or marks of a chat",
        ManipulationKind.AddressesJudge => "gives the judge an instruction",
        ManipulationKind.HandsDownVerdict => "hands down a verdict on itself",
        ManipulationKind.ImitatesAnswer => "imitates a judge's answer",
        ManipulationKind.InvisibleText => "characters that a reader does not see",
        _ => kind.ToString(),
    };

    private static IEnumerable<TextMark> Signs(PairResponse response) => response.Signs.Select(sign => new TextMark(sign.Start, sign.Length, TextMarkKind.Manipulation, $"sign of manipulation: {Words(sign.Kind)}"));

    private static IEnumerable<TextMark> Evidence(PairResponse response, string? property) => response.Evidence
        .Where(of => property is null || of.Property.ShortName == property)
        .Select(of => new TextMark(of.Start, of.Length, TextMarkKind.Evidence, $"{PlainText.Name(of.Property.ShortName)}: {PlainText.Name(of.Cue)}"));

    private static (List<TextMark> A, List<TextMark> B) Difference(string a, string b)
    {
        var (marksA, marksB) = (new List<TextMark>(), new List<TextMark>());
        var (atA, atB) = (0, 0);
        foreach (var run in WordDifference.Of(a, b))
        {
            if (run.Kind == RunKind.OnlyA) Add(marksA, a, atA, run.Text.Length, "only in A");
            if (run.Kind == RunKind.OnlyB) Add(marksB, b, atB, run.Text.Length, "only in B");
            if (run.Kind != RunKind.OnlyB) atA += run.Text.Length;
            if (run.Kind != RunKind.OnlyA) atB += run.Text.Length;
        }
        return (marksA, marksB);
    }

    // Words with nothing but a space between them read as one place.
    private static void Add(List<TextMark> marks, string text, int start, int length, string detail)
    {
        if (text.AsSpan(start, length).IsWhiteSpace()) return;
        if (marks is [.., var last] && text.AsSpan(last.Start + last.Length, start - last.Start - last.Length) is var between && between.IsWhiteSpace() && !between.Contains('\n'))
            marks[^1] = last with { Length = start + length - last.Start };
        else
            marks.Add(new TextMark(start, length, TextMarkKind.Difference, detail));
    }
}
