using Prefdissect.Dissecting;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Overview;

/// <summary>The cells of the table of judges, in words.</summary>
internal static class OverviewText
{
    /// <summary>How well the fit on all pairs predicts votes that it has not seen.</summary>
    public static string Accuracy(JudgeFit? whole)
    {
        if (whole is null) return "not fitted on all pairs";
        if (whole.Folds?.Quality is not { Model.Accuracy: { Value: { } value } accuracy }) return "no folds";
        var interval = accuracy is { Low: { } low, High: { } high } ? $" [{Rounded.Percent(low)}, {Rounded.Percent(high)}]" : "";
        return $"{Rounded.Percent(value)} %{interval}";
    }

    /// <summary>Whether the draws of a judge's fits can be trusted.</summary>
    public static string Health(IReadOnlyList<JudgeFit> fits)
    {
        if (fits.Count == 0) return "–";
        var bad = fits.Where(fit => !fit.Health.IsHealthy).ToList();
        return bad.Count == 0 ? "healthy" : $"{bad.Count} of {fits.Count} not healthy: {PlainText.OneLine(bad[0].Health.Problems[0])}";
    }
}
