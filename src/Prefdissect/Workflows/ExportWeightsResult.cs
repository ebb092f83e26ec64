using Prefdissect.Dissecting;

namespace Prefdissect.Workflows;

/// <summary>What an export of weights wrote.</summary>
/// <param name="Files">The files, by group.</param>
/// <param name="Fits">Weights written: judges times groups, as far as they are fitted.</param>
/// <param name="Annotator">Whose ratings the fits use.</param>
/// <param name="LeftOut">Properties of the fits that are none of the 29, which the format has no place for.</param>
/// <param name="DataHash">Hash of the votes; <see langword="null"/> where it is not known.</param>
public sealed record ExportWeightsResult(IReadOnlyList<string> Files, int Fits, string Annotator, IReadOnlyList<string> LeftOut, string? DataHash)
{
    /// <summary>The fits among them in which pairs with a flagged response count.</summary>
    public IReadOnlyList<FlaggedFit> Flagged { get; init; } = [];
}
