using Prefdissect.Dissecting;
using Prefdissect.Reporting;

namespace Prefdissect.Cli;

/// <summary>How fits that are shown were made, as provenance says it; several ways, where fits differ, with a semicolon between.</summary>
internal static class FitOptions
{
    public static Dictionary<string, string> Of(IReadOnlyList<JudgeFit> fits) => new()
    {
        ["annotator"] = Distinct(fits, fit => fit.Subject.Annotator.Id),
        ["prior"] = Distinct(fits, fit => fit.Options.Prior),
        ["ties"] = Distinct(fits, fit => fit.Options.Ties == TieRule.Half ? "half" : "drop"),
        ["control"] = Distinct(fits, fit => fit.Options.Control == Dissecting.Writers.Control.Model ? "model" : "none"),
        ["flags"] = Distinct(fits, fit => fit.Options.Flags == FlagRule.LeaveOut ? "leave-out" : "count"),
        ["draws"] = Distinct(fits, fit => $"{fit.Options.Chains} × ({fit.Options.Warmup} + {fit.Options.Draws})"),
        ["folds"] = Distinct(fits, FoldText.Of),
    };

    /// <summary>Seeds of the fits.</summary>
    public static string Seeds(IReadOnlyList<JudgeFit> fits) => Distinct(fits, fit => $"{fit.Options.Seed}");

    private static string Distinct(IReadOnlyList<JudgeFit> fits, Func<JudgeFit, string> of) => string.Join("; ", fits.Select(of).Distinct());
}
