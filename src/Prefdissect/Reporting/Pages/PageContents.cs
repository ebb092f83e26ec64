using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>What a dissection page shows, sorted out: which group stands first, which fits belong to a judge.</summary>
internal sealed record PageContents(DissectionView View, SimilarityMatrix? Similarity, Provenance Provenance)
{
    /// <summary>The judges, in the order of the view.</summary>
    public IReadOnlyList<string> Judges { get; } = [.. View.Fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal)];

    /// <summary>The group that the page opens with: <c>all</c>, or where no fit is on it, the group with the most pairs.</summary>
    public string MainGroup { get; } = View.Fits.Any(fit => fit.Subject.Group == Group.All)
        ? Group.All
        : View.Fits.MaxBy(fit => fit.Design.Pairs)!.Subject.Group;

    /// <summary>The annotators, in the order of the view.</summary>
    public IReadOnlyList<string> Annotators { get; } = [.. View.Fits.Select(fit => fit.Subject.Annotator.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The annotators in words.</summary>
    public string AnnotatorNames => PlainText.Joined([.. Annotators.Select(PlainText.Name)]);

    /// <summary>The title of the page.</summary>
    public string Title => Judges.Count == 1 ? $"What {PlainText.Name(Judges[0])} prefers" : $"What {Judges.Count} judges prefer";

    /// <summary>Judges fitted on the main group.</summary>
    public IReadOnlyList<string> MainJudges => [.. View.Fits.Where(fit => fit.Subject.Group == MainGroup && fit.Weights.Count > 0).Select(fit => fit.Subject.Judge)];

    /// <summary>A judge's fits: on the main group first, then in the order of the view.</summary>
    public IReadOnlyList<JudgeFit> FitsOf(string judge) =>
        [.. View.Fits.Where(fit => fit.Subject.Judge == judge).OrderBy(fit => fit.Subject.Group != MainGroup)];

    /// <summary>Whether a judge is simulated.</summary>
    public bool IsSimulated(string judge) => View.SimulatedJudges.Contains(judge);
}
