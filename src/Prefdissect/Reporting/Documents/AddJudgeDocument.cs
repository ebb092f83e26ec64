using Prefdissect.Dissecting;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>add-judge --json</c> prints.</summary>
public sealed record AddJudgeDocument(
    Provenance Provenance, string Judge, string Kind, string Annotator, int Judged, int Pairs, int PairsInFit, IReadOnlyList<string> Fitted, IReadOnlyList<string> Reused,
    string Group, IReadOnlyList<TasteEntry> Liked, IReadOnlyList<TasteEntry> Disliked, IReadOnlyList<NearestPublishedEntry> Nearest, PositionEntry? Position, string Html,
    IReadOnlyList<string> Notices)
{
    /// <summary>The document of a judge.</summary>
    public static AddJudgeDocument Of(AddedJudge added, string html, Provenance provenance)
    {
        var (judged, fit) = (added.Judged, added.MainFit);
        return new(
            provenance, judged.Judge.Name, KindText.Of(judged.Judge), fit.Subject.Annotator.Id, judged.Judged, judged.Counts.Pairs, fit.Design.Pairs,
            [.. added.Fits.Fitted.Select(one => one.Subject.Group)], [.. added.Fits.Reused.Select(one => one.Subject.Group)], fit.Subject.Group,
            TasteEntry.Of(fit, WeightVerdict.Liked), TasteEntry.Of(fit, WeightVerdict.Disliked), [.. added.Nearest.Select(NearestPublishedEntry.Of)],
            added.Position is { } position ? PositionEntry.Of(position) : null, html, judged.Notices);
    }
}
