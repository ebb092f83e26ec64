using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Clusters;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>The sentences about one fit, shared by terminal, page and figures.</summary>
internal static class FitLines
{
    private const int NearestShown = 3;

    /// <summary>The badge of anything that shows simulated votes.</summary>
    public const string SimulatedBadge = "simulated data";

    /// <summary>The first digits of a hash: enough to tell two data sets apart by eye.</summary>
    public static string ShortHash(string hash) => hash[..Math.Min(12, hash.Length)];

    /// <summary>How many pairs fits have: "1,234 pairs" or "820 to 1,234 pairs".</summary>
    public static string Pairs(IReadOnlyList<JudgeFit> fits)
    {
        var (fewest, most) = (fits.Min(fit => fit.Design.Pairs), fits.Max(fit => fit.Design.Pairs));
        return fewest == most ? Rounded.Count(most, "pair", "pairs") : $"{Rounded.Count(fewest)} to {Rounded.Count(most)} pairs";
    }

    /// <summary>Judge, group, n, annotator.</summary>
    public static string Title(JudgeFit fit, DissectionView view)
    {
        string[] parts =
        [
            PlainText.Name(fit.Subject.Judge),
            GroupText.Of(fit.Subject.Group),
            Rounded.Count(fit.Design.Pairs, "pair", "pairs"),
            Rounded.Count(fit.Design.UsedVotes, "vote", "votes"),
            $"rated by {PlainText.Name(fit.Subject.Annotator.Id)}",
            .. view.SimulatedJudges.Contains(fit.Subject.Judge) ? ["simulated"] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }

    /// <summary>How many properties were called, and how many of the calls may be wrong.</summary>
    public static string Summary(JudgeFit fit)
    {
        var liked = fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Liked);
        var disliked = fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Disliked);
        var counts = $"{liked} liked, {disliked} disliked, {fit.Weights.Count - liked - disliked} unclear";
        return (liked + disliked) switch
        {
            0 => $"{counts}: no 95 % interval is clear of 50 %",
            1 => $"{counts}; the sign called is wrong with a probability of {Wrong(fit.ExpectedWrongSigns)}",
            var called => $"{counts}; {Wrong(fit.ExpectedWrongSigns)} of the {called} signs called may be wrong",
        };
    }

    /// <summary>Whether the draws can be trusted.</summary>
    public static ReportLine Health(PosteriorHealth health) =>
        health is { IsHealthy: true, MaxRHat: { } rHat, MinEssBulk: { } bulk, MinEssTail: { } tail }
            ? new ReportLine(LineKind.Health, $"healthy: R-hat ≤ {Rounded.AtMost(rHat)}, ESS ≥ {Rounded.AtLeast(Math.Min(bulk, tail))}, no divergences{(health.MaxShape is { } shape ? $", k-hat ≤ {Rounded.Number(shape, 2)}" : "")}")
            : new ReportLine(LineKind.Warning, $"not healthy: {string.Join(" ", health.Problems).TrimEnd('.')}");

    /// <summary>All lines of a fit, in the order in which they are read.</summary>
    public static IEnumerable<ReportLine> Of(JudgeFit fit, DissectionView view)
    {
        yield return new ReportLine(LineKind.Finding, Summary(fit));
        if (view.Stale.Contains(fit.Subject)) yield return new ReportLine(LineKind.Warning, "votes or ratings changed since: run `prefdissect fit` again");
        foreach (var line in PredictionLines.Of(fit)) yield return line;
        yield return Health(fit.Health);
        foreach (var line in CorrectionLines.Of(fit, view)) yield return line;
        if (Unusual(fit.Options) is { } unusual) yield return new ReportLine(LineKind.Detail, unusual);
        if (Clustering(fit) is { } clustering) yield return new ReportLine(LineKind.Warning, clustering);
        if (FlagText.Of(fit.Design) is { } flagged) yield return new ReportLine(LineKind.Warning, flagged);
        if (view.FlagEffects.TryGetValue(fit.Subject, out var effect)) yield return new ReportLine(LineKind.Detail, FlagText.Of(effect));
        else if (fit.Design.FlaggedPairs > 0) yield return new ReportLine(LineKind.Detail, "how much hangs on them is told here after `prefdissect fit --without-flagged`, then `prefdissect fit` again");
        if (fit.Design.UnscannedPairs > 0)
            yield return new ReportLine(LineKind.Warning, $"{Rounded.Count(fit.Design.UnscannedPairs, "pair was", "pairs were")} not looked through for signs of manipulation: `prefdissect fit` does it");
        if (Writers(fit) is { } writers) yield return new ReportLine(LineKind.Detail, writers);
        if (LeftOut(fit.Design) is { } leftOut) yield return new ReportLine(LineKind.Detail, leftOut);
        foreach (var line in NotFitted(fit.Design)) yield return new ReportLine(LineKind.Detail, line);
        if (fit.Subject.Group == Group.All && fit.Weights.Any(weight => weight.Verdict != WeightVerdict.Unclear) && Nearest(fit.Subject.Judge, view) is { } nearest) yield return new ReportLine(LineKind.Detail, nearest);
    }

    /// <summary>What of a fit's options is not usual and changes what its weights mean; <see langword="null"/> where nothing is.</summary>
    public static string? Unusual(DissectionOptions options)
    {
        var usual = new DissectionOptions();
        List<string> parts = [];
        if (options.Prior != usual.Prior) parts.Add($"prior {PlainText.Name(options.Prior)}");
        if (options.Ties != usual.Ties) parts.Add(options.Ties == TieRule.Half ? "ties count half each way" : "ties left out");
        if (options.Control != usual.Control) parts.Add(options.Control == Control.Model ? "writers held fixed" : "writers not held fixed");
        if (options.Flags != usual.Flags) parts.Add(options.Flags == FlagRule.LeaveOut ? "pairs with a flagged response left out" : "pairs with a flagged response count");
        if (options.Folds != usual.Folds) parts.Add(options.Folds == FoldScheme.None ? "no folds" : $"folds by {FoldText.Unit(options.Folds)}");
        return parts.Count == 0 ? null : $"not fitted as usual: {string.Join(", ", parts)}";
    }

    /// <summary>How far votes on one query stand together, where that matters; <see langword="null"/> elsewhere.</summary>
    public static string? Clustering(JudgeFit fit)
    {
        if (fit.Clusters is not { MedianDesignEffect: { } effect and > QueryClusters.WorthAWord } clusters) return null;
        var clear = fit.Weights.Count(weight => weight.Verdict != WeightVerdict.Unclear);
        var robust = fit.Weights.Count(weight => weight.RobustLow > 0 || weight.RobustHigh < 0);
        return $"votes share {Rounded.Count(clusters.Queries, "query", "queries")}: median design effect {Rounded.Number(effect, 1)}, so intervals should be about "
            + $"{Rounded.Number(Math.Sqrt(effect), 1)} times as wide; with robust intervals {robust} of the {clear} signs called stay clear";
    }

    /// <summary>The writers held fixed and the strongest and weakest of them; <see langword="null"/> where none are.</summary>
    public static string? Writers(JudgeFit fit)
    {
        if (fit.Writers.Count == 0) return null;
        var ranked = fit.Writers.OrderByDescending(strength => strength.Posterior.Mean).ToList();
        var unknown = fit.Design.UnknownWriters > 0 ? $", unknown on {Rounded.Count(fit.Design.UnknownWriters, "pair", "pairs")}" : "";
        return $"{Rounded.Count(ranked.Count, "writer", "writers")} held fixed{unknown}; strongest {Strength(ranked[0])}, weakest {Strength(ranked[^1])} (log-odds against their mean)";

        static string Strength(WriterStrength strength) =>
            $"{PlainText.Name(strength.Writer)} {Rounded.Number(strength.Posterior.Mean, 2)} [{Rounded.Number(strength.Posterior.Q025, 2)}, {Rounded.Number(strength.Posterior.Q975, 2)}]";
    }

    /// <summary>Pairs and votes that the fit does not use, by reason; <see langword="null"/> where it uses all.</summary>
    public static string? LeftOut(DesignReport design)
    {
        var reasons = new List<string>();
        if (design.OnlyTies > 0) reasons.Add($"{Rounded.Count(design.OnlyTies)} with only ties");
        if (design.EqualResponses > 0) reasons.Add($"{Rounded.Count(design.EqualResponses)} with equal responses");
        if (design.ErrorsNotApplicable > 0) reasons.Add($"{Rounded.Count(design.ErrorsNotApplicable)} on which errors are not applicable");
        if (design.IncompleteRatings > 0) reasons.Add($"{Rounded.Count(design.IncompleteRatings)} on which a property is not measured");
        if (design.FlaggedLeftOut > 0) reasons.Add($"{Rounded.Count(design.FlaggedLeftOut)} with a flagged response");
        var left = design.FlaggedLeftOut + design.OnlyTies + design.EqualResponses + design.ErrorsNotApplicable + design.IncompleteRatings;
        return left == 0 ? null : $"left out {Rounded.Count(left)} of {Rounded.Count(design.JudgedPairs, "pair", "pairs")}: {string.Join(", ", reasons)}";
    }

    /// <summary>Properties that are not in the fit, one line a reason; published ones that the annotator does not know count as not measured.</summary>
    public static IEnumerable<string> NotFitted(DesignReport design)
    {
        var known = design.Properties.Select(use => use.Property).ToHashSet(StringComparer.Ordinal);
        var unknown = PublishedProperties.All.Where(property => !known.Contains(property.ShortName))
            .Select(property => new PropertyUse(property.ShortName, PropertyStatus.NotMeasured, design.EligiblePairs, 0, 0));
        return design.Properties.Concat(unknown)
            .Where(use => use.Status != PropertyStatus.Fitted)
            .GroupBy(use => use.Reason!, StringComparer.Ordinal)
            .Select(same => $"not fitted, {same.Key}: {string.Join(", ", same.Select(use => PlainText.Name(use.Property)))}");
    }

    /// <summary>The published judges most like a judge; <see langword="null"/> where none can be named.</summary>
    public static string? Nearest(string judge, DissectionView view)
    {
        if (!view.Nearest.TryGetValue(judge, out var nearest) || nearest.Count == 0) return null;
        var shown = nearest.Take(NearestShown).Select(near => $"{near.Judge} ({Rounded.Number(near.Similarity, 2)})").ToList();
        var common = Rounded.Count(nearest[0].Properties, "common property", "common properties");
        return $"nearest published judges, by Pearson correlation over {common}: {PlainText.Joined(shown)}";
    }

    private static string Wrong(double expected) => expected < 0.01 ? "less than 0.01" : "about " + Rounded.Number(expected, expected < 0.1 ? 2 : 1);
}
