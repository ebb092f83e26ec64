using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Reporting;

/// <summary>How well a fit predicts votes that it has not seen, in sentences.</summary>
internal static class PredictionLines
{
    /// <summary>Votes left out, beside length alone and a coin; and what is amiss with the folds.</summary>
    public static IEnumerable<ReportLine> Of(JudgeFit fit)
    {
        if (fit.Folds is not { Quality: { } quality } folds)
        {
            yield return new ReportLine(LineKind.Detail, $"no held-out accuracy: {Missing(fit)}");
            yield break;
        }
        yield return new ReportLine(LineKind.Prediction, Text(quality, folds));
        if (folds.Problems.Count > 0)
        {
            var more = folds.Problems.Count > 1 ? $" And {Rounded.Count(folds.Problems.Count - 1)} more." : "";
            yield return new ReportLine(LineKind.Warning, $"folds not healthy: {folds.Problems[0]}{more}".TrimEnd('.'));
        }
    }

    /// <summary>Why a fit has no held-out quality, as a clause.</summary>
    public static string Missing(JudgeFit fit) => fit.Folds?.Reason ?? "the folds are not made yet; run `prefdissect fit` again";

    /// <summary>A share in per cent with its interval, if it has one: "62.3 % [58.1, 66.2]".</summary>
    public static string Percent(Estimate estimate) => estimate switch
    {
        { Value: null } => "–",
        { Value: { } value, Low: { } low, High: { } high } => $"{Rounded.Percent(value)} % [{Rounded.Percent(low)}, {Rounded.Percent(high)}]",
        { Value: { } value } => $"{Rounded.Percent(value)} %",
    };

    /// <summary>A number with its interval, if it has one.</summary>
    public static string Number(Estimate? estimate, int decimals) => estimate switch
    {
        null or { Value: null } => "–",
        { Value: { } value, Low: { } low, High: { } high } => $"{Rounded.Number(value, decimals)} [{Rounded.Number(low, decimals)}, {Rounded.Number(high, decimals)}]",
        { Value: { } value } => Rounded.Number(value, decimals),
    };

    private static string Text(HeldOutQuality quality, FoldedFit folds)
    {
        var length = quality.LengthOnly is { } alone ? $"length alone {Percent(alone.Accuracy)}" : $"length alone – ({quality.NoLengthReason})";
        var lengthLoss = quality.LengthOnly is { } scores ? $"{Rounded.Number(scores.LogLoss.Value!.Value, 3)}, " : "";
        return $"votes left out are predicted with accuracy {Percent(quality.Model.Accuracy)}, {length}, a coin 50 %; "
            + $"log loss {Rounded.Number(quality.Model.LogLoss.Value!.Value, 3)}, {lengthLoss}{Rounded.Number(Math.Log(2), 3)} "
            + $"({folds.Count} folds by {FoldText.Unit(folds.Scheme)}, {Rounded.Count(quality.Pairs, "pair", "pairs")}, {Rounded.Count(quality.Queries, "query", "queries")})";
    }
}
