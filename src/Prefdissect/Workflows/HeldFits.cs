using Prefdissect.Dissecting;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Holds stored fits against what the study now says.</summary>
/// <param name="store">The fits of the study.</param>
/// <param name="rated">Its pairs and votes.</param>
internal sealed class HeldFits(FitStore store, RatedStudy rated)
{
    /// <summary>
    /// The fits, in their order. What a fit that holds leaves out is counted anew: votes can have come that change no row of it, such as ties, and responses can have been
    /// flagged since.
    /// </summary>
    public IEnumerable<HeldFit> Of(IEnumerable<JudgeFit> fits)
    {
        foreach (var ofJudge in fits.GroupBy(fit => (fit.Subject.Judge, fit.Options.Control)))
        {
            var byGroup = rated.ByGroup(ofJudge.Key.Judge, ofJudge.Key.Control);
            foreach (var fit in ofJudge) yield return byGroup.TryGetValue(fit.Subject.Group, out var pairs) ? Of(fit, pairs) : new HeldFit(fit, false, null);
        }
    }

    private HeldFit Of(JudgeFit fit, IReadOnlyList<JudgedPair> pairs)
    {
        var design = Design.Build(rated.Properties, pairs, fit.Options.Ties, fit.Options.Flags);
        if (design.DataHash != fit.DataHash) return new HeldFit(fit, false, null);
        var held = fit with { Design = design.Report };
        return new HeldFit(held, true, design.Report.FlaggedPairs > 0 || design.Report.FlaggedLeftOut > 0 ? Effect(held, pairs) : null);
    }

    // Both fits are there only where both were asked for.
    private FlagEffect? Effect(JudgeFit fit, IReadOnlyList<JudgedPair> pairs)
    {
        var flags = fit.Options.Flags == FlagRule.Count ? FlagRule.LeaveOut : FlagRule.Count;
        if (store.Find(fit.Subject, fit.Options with { Flags = flags }) is not { } stored) return null;
        var design = Design.Build(rated.Properties, pairs, fit.Options.Ties, flags);
        if (design.DataHash != stored.DataHash) return null;
        var other = stored with { Design = design.Report };
        return flags == FlagRule.LeaveOut ? FlagEffect.Of(fit, other) : FlagEffect.Of(other, fit);
    }
}
