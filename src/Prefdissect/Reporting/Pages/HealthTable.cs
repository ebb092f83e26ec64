using Prefdissect.Dissecting;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>The health of fits, one row each.</summary>
internal static class HealthTable
{
    public static ReportTable Of(IEnumerable<JudgeFit> fits, DissectionView view) => new(
        [
            new("judge"), new("group"), new("pairs", ColumnAlignment.Number), new("votes", ColumnAlignment.Number), new("R-hat ≤", ColumnAlignment.Number),
            new("bulk ESS ≥", ColumnAlignment.Number), new("tail ESS ≥", ColumnAlignment.Number), new("divergences", ColumnAlignment.Number), new("draws", ColumnAlignment.Number),
            new("verdict"),
        ],
        [
            .. fits.Select(fit => (IReadOnlyList<string>)
            [
                PlainText.Name(fit.Subject.Judge), FitLines.GroupName(fit.Subject.Group), Rounded.Count(fit.Design.Pairs), Rounded.Count(fit.Design.UsedVotes),
                Rounded.AtMost(fit.Health.RHat), Rounded.AtLeast(fit.Health.EssBulk), Rounded.AtLeast(fit.Health.EssTail), Rounded.Count(fit.Health.Divergences),
                Rounded.Count(fit.Health.Draws),
                (fit.Health.IsHealthy ? "healthy" : string.Join("; ", fit.Health.Complaints)) + (view.Stale.Contains(fit.Subject) ? "; out of date" : ""),
            ]),
        ]);
}
