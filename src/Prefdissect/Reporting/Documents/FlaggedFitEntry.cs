using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.Documents;

/// <summary>A fit in which pairs that hold a flagged response count.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group of pairs.</param>
/// <param name="Pairs">Pairs in the fit.</param>
/// <param name="FlaggedPairs">Those of them that hold a response with signs of manipulation.</param>
public sealed record FlaggedFitEntry(string Judge, string Group, int Pairs, int FlaggedPairs)
{
    /// <summary>The entries of fits.</summary>
    public static IReadOnlyList<FlaggedFitEntry> Of(IReadOnlyList<FlaggedFit> fits) => [.. fits.Select(fit => new FlaggedFitEntry(fit.Judge, fit.Group, fit.Pairs, fit.FlaggedPairs))];
}
