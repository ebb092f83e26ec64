using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>export weights --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Annotator">Whose ratings the fits use.</param>
/// <param name="Files">The files written, by group.</param>
/// <param name="Fits">Weights written, one a judge and group.</param>
/// <param name="LeftOut">Properties that the format has no place for.</param>
public sealed record ExportWeightsDocument(Provenance Provenance, string Annotator, IReadOnlyList<string> Files, int Fits, IReadOnlyList<string> LeftOut)
{
    /// <summary>Fits among them in which pairs with a flagged response count.</summary>
    public required IReadOnlyList<FlaggedFitEntry> Flagged { get; init; }

    /// <summary>The document of a result.</summary>
    public static ExportWeightsDocument Of(ExportWeightsResult result, Provenance provenance) => new(provenance, result.Annotator, result.Files, result.Fits, result.LeftOut)
    {
        Flagged = FlaggedFitEntry.Of(result.Flagged),
    };
}
