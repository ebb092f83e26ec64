using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>dissect --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Simulated">Whether anything in it is simulated.</param>
/// <param name="Annotator">Whose ratings the fits use.</param>
/// <param name="Fits">One entry a judge and group.</param>
/// <param name="Weights">One entry a judge, group and property.</param>
/// <param name="Nearest">Published judges most like each judge.</param>
public sealed record DissectDocument(
    Provenance Provenance, bool Simulated, string Annotator, IReadOnlyList<FitEntry> Fits, IReadOnlyList<WeightEntry> Weights, IReadOnlyList<NearestEntry> Nearest)
{
    /// <summary>Strengths of writers in fits that hold them fixed; one entry a judge, group and writer.</summary>
    public IReadOnlyList<WriterEntry> Writers { get; init; } = [];

    /// <summary>Responses of the study with signs of manipulation.</summary>
    public required int FlaggedResponses { get; init; }

    /// <summary>Responses of the study that were not looked through for signs.</summary>
    public required int UnscannedResponses { get; init; }

    /// <summary>The document of a view.</summary>
    public static DissectDocument Of(DissectionView view, Provenance provenance) => new(
        provenance,
        view.Simulated,
        view.Fits[0].Subject.Annotator.Id,
        [.. view.Fits.Select(fit => FitEntry.Of(fit, view))],
        [.. view.Fits.SelectMany(fit => fit.Weights.Select(weight => WeightEntry.Of(fit, weight, view)))],
        NearestEntry.Of(view.Nearest))
    {
        FlaggedResponses = view.FlaggedResponses,
        UnscannedResponses = view.UnscannedResponses,
        Writers = [.. view.Fits.SelectMany(fit => fit.Writers.Select(strength => WriterEntry.Of(fit, strength)))],
    };
}
