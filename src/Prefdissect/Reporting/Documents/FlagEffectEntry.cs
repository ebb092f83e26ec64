using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.Documents;

/// <summary>How much of a fit hangs on its flagged pairs: the fit with them against the fit without them.</summary>
/// <param name="Pairs">The flagged pairs.</param>
/// <param name="Properties">Properties in both fits.</param>
/// <param name="OtherVerdicts">Properties whose verdict is another.</param>
/// <param name="MostMoved">The property whose degree of preference differs most.</param>
/// <param name="LargestShift">Its degree with the flagged pairs minus that without.</param>
public sealed record FlagEffectEntry(int Pairs, int Properties, IReadOnlyList<string> OtherVerdicts, string MostMoved, double LargestShift)
{
    /// <summary>The entry of an effect; <see langword="null"/> where there is none.</summary>
    public static FlagEffectEntry? Of(FlagEffect? effect) =>
        effect is null ? null : new FlagEffectEntry(effect.Pairs, effect.Properties, effect.OtherVerdicts, effect.MostMoved, effect.LargestShift);
}
