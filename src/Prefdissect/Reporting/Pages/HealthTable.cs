using Prefdissect.Dissecting;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>The health of fits, one row each.</summary>
internal static class HealthTable
{
    public static ReportTable Of(IEnumerable<JudgeFit> fits, DissectionView view) => new(
        [
            new("judge"), new("group"), new("pairs", ColumnAlignment.Number), new("flagged pairs", ColumnAlignment.Number), new("votes", ColumnAlignment.Number), new("R-hat ≤", ColumnAlignment.Number),
            new("bulk ESS ≥", ColumnAlignment.Number), new("tail ESS ≥", ColumnAlignment.Number), new("divergences", ColumnAlignment.Number), new("k-hat ≤", ColumnAlignment.Number),
            new("draws", ColumnAlignment.Number), new("verdict"),
        ],
        [
            .. fits.Select(fit => (IReadOnlyList<string>)
            [
                PlainText.Name(fit.Subject.Judge), GroupText.Of(fit.Subject.Group), Rounded.Count(fit.Design.Pairs), Flagged(fit.Design), Rounded.Count(fit.Design.UsedVotes),
                Stated(fit.Health.MaxRHat, Rounded.AtMost), Stated(fit.Health.MinEssBulk, Rounded.AtLeast), Stated(fit.Health.MinEssTail, Rounded.AtLeast),
                Stated(fit.Health.Divergences, count => Rounded.Count((long)count)),
                Stated(fit.Health.MaxShape, shape => Rounded.Number(shape, 2)),
                Rounded.Count(fit.Health.Draws),
                (fit.Health.IsHealthy ? "healthy" : string.Join(" ", fit.Health.Problems)) + (view.Stale.Contains(fit.Subject) ? " (out of date)" : ""),
            ]),
        ]);

    private static string Flagged(DesignReport design) => design switch
    {
        { FlaggedLeftOut: > 0 } => $"{Rounded.Count(design.FlaggedLeftOut)} left out",
        { FlaggedPairs: { } pairs } => Rounded.Count(pairs),
        _ => "–",
    };

    private static string Stated(double? figure, Func<double, string> text) => figure is { } value ? text(value) : "–";
}
