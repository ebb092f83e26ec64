using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting;

/// <summary>What came of a run of a judge, in sentences.</summary>
public static class JudgeLines
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(JudgeResult result)
    {
        var counts = result.Counts;
        yield return $"{PlainText.Name(result.Judge.Name)}: {Rounded.Count(counts.Pairs)} pairs judged, {Rounded.Count(result.Judged)} of them now; {KindText.Of(result.Judge)}.";
        if (counts.Ties > 0) yield return $"  ties: {Rounded.Count(counts.Ties)}";
        if (counts.Bounded > 0) yield return $"  answers in which a letter is only bounded, because it was not among the tokens returned: {Rounded.Count(counts.Bounded)}";
        if (counts.Shortened > 0) yield return $"  pairs shown shortened in the middle: {Rounded.Count(counts.Shortened)}";
        foreach (var (reason, pairs) in counts.Skips) yield return $"  not asked, {PlainText.OneLine(reason)}: {Rounded.Count(pairs)}";
        foreach (var (reason, pairs) in counts.Failures) yield return $"  no verdict, {PlainText.OneLine(reason)}: {Rounded.Count(pairs)}";
        foreach (var notice in result.Notices) yield return $"  {PlainText.OneLine(notice)}";
    }
}
