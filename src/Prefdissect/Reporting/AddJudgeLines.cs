using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting;

/// <summary>A judge that was added, in sentences.</summary>
public static class AddJudgeLines
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(AddedJudge added)
    {
        var fit = added.MainFit;
        foreach (var line in JudgeLines.Of(added.Judged)) yield return line;
        yield return $"  fitted on {GroupText.Of(fit.Subject.Group)}, {Rounded.Count(fit.Design.Pairs, "pair", "pairs")}, rated by {PlainText.Name(fit.Subject.Annotator.Id)}; "
            + $"{Rounded.Count(added.Fits.Fitted.Count, "fit", "fits")} made now, {Rounded.Count(added.Fits.Reused.Count)} there already";
        foreach (var finding in KeyFindings.Of(fit)) yield return $"  {finding}";
        if (added.Nearest.Count == 0) yield return "  Beside the published judges it cannot be put: too few properties in common.";
        else yield return $"  Nearest to {string.Join("; ", added.Nearest.Select(Near))} (on {added.Nearest[0].Nearest.Properties} properties that both have).";
        if (added.Position is { } position)
        {
            var interval = position is { Low: { } low, High: { } high } ? Rounded.PercentInterval(position.ShareOfA, low, high) : Rounded.Percent(position.ShareOfA);
            var shift = position.OrderShift is { } shifted ? $"; order shift {Rounded.Number(shifted, 2)} in log-odds of A" : "";
            yield return $"  Position: A in {interval} % of the single verdicts, {Rounded.Percent(position.FlipRate)} % of {Rounded.Count(position.Pairs, "pair", "pairs")} flip with the order{shift}.";
        }
    }

    private static string Near(NearestPublished near)
    {
        var posterior = near.Posterior is { } drawn ? $", of draws {Rounded.Number(drawn.Median, 2)} [{Rounded.Number(drawn.Low, 2)}, {Rounded.Number(drawn.High, 2)}]" : "";
        return $"{PlainText.Name(near.Nearest.Judge)} {Rounded.Number(near.Nearest.Similarity, 2)}{posterior}";
    }
}
