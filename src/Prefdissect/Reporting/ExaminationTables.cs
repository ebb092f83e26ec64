using Prefdissect.Dissecting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>What <c>doctor</c> found, as tables for a person.</summary>
public static class ExaminationTables
{
    private const int GroupsShown = 20;
    private const int JudgesShown = 20;
    private const int PlacesShown = 10;
    private const string Unrated = "(none yet)";

    /// <summary>The tables of a study, in the order in which they are read; those without rows are left out.</summary>
    public static IReadOnlyList<ReportTable> Of(StudyExamination study) =>
    [
        .. new[] { WorkTables.Of(study.Counts) with { Title = PlainText.OneLine(study.Path) }, Judges(study), Groups(study), Properties(study), Collinear(study), Flagged(study), Agreement(study), Pulls(study) }
            .Where(table => table.Rows.Count > 0),
    ];

    /// <summary>The tables of a file of votes: its judges, the one with most usable pairs first, and its groups.</summary>
    public static IReadOnlyList<ReportTable> Of(VoteFileExamination file)
    {
        var judges = file.Usable.Where(of => of.Group == Pairs.Group.All).OrderByDescending(of => of.UsablePairs).ThenBy(of => of.Judge, StringComparer.Ordinal).ToList();
        var table = new ReportTable(
            [new("judge"), new("votes", ColumnAlignment.Number), new("pairs", ColumnAlignment.Number), new("usable", ColumnAlignment.Number)],
            Rows(judges.Take(JudgesShown).Select(of => new[] { PlainText.Name(of.Judge), Rounded.Count(file.Judges[of.Judge]), Rounded.Count(of.Pairs), Rounded.Count(of.UsablePairs) })))
        {
            Title = "Judges" + (judges.Count > JudgesShown ? $"; the first {JudgesShown} of {Rounded.Count(judges.Count)}" : ""),
        };
        return [table, ByGroup([.. file.Usable.Select(of => (Unrated, of))])];
    }

    private static ReportTable Judges(StudyExamination study) => new(
        [new("judge"), new("pairs", ColumnAlignment.Number), new("votes", ColumnAlignment.Number), new("ties", ColumnAlignment.Number), new("")],
        Rows(study.Judges.Select(judge => new[] { PlainText.Name(judge.Judge), Rounded.Count(judge.Pairs), Rounded.Count(judge.Votes), Rounded.Count(judge.Ties), judge.Simulated ? "simulated" : "" })))
    { Title = "Judges" };

    private static ReportTable Groups(StudyExamination study) => ByGroup(
        [.. study.GroupsByVotes.Select(group => (Unrated, group)), .. study.Annotators.SelectMany(of => of.Groups.Select(group => (of.Annotator.Id, group)))]);

    private static ReportTable ByGroup(IReadOnlyList<(string Annotator, GroupExamination Group)> examined)
    {
        var groups = examined.GroupBy(of => (of.Annotator, of.Group.Group), of => of.Group).ToList();
        var shown = groups.GroupBy(of => of.Key.Annotator)
            .SelectMany(ofAnnotator => ofAnnotator.OrderByDescending(of => of.Max(one => one.UsablePairs)).ThenBy(of => of.Key.Group, StringComparer.Ordinal).Take(GroupsShown)).ToList();
        return new ReportTable(
            [new("annotator"), new("group"), new("judges", ColumnAlignment.Number), new("pairs", ColumnAlignment.Number), new("usable", ColumnAlignment.Number)],
            Rows(shown.Select(of => new[]
            {
                of.Key.Annotator, PlainText.Name(of.Key.Group), Rounded.Count(of.Count()), Range(of.Select(one => one.Pairs)), Range(of.Select(one => one.UsablePairs)),
            })))
        {
            Title = "Pairs a judge, by group (least to most over the judges)"
                + (examined.Any(of => of.Annotator == Unrated) ? "; usable as far as votes tell" : "")
                + (shown.Count < groups.Count ? $"; the {Rounded.Count(shown.Count)} largest of {Rounded.Count(groups.Count)} groups" : ""),
        };
    }

    private static ReportTable Properties(StudyExamination study) => new(
        [new("annotator"), new("property"), new("measured", ColumnAlignment.Number), new("differing", ColumnAlignment.Number), new("in a fit")],
        Rows(study.Annotators.SelectMany(of => of.Properties.Select(use => new[]
        {
            of.Annotator.Id, use.Property, Rounded.Count(use.Measured), Rounded.Count(use.Differing), use.Status == PropertyStatus.Fitted ? "yes" : $"no: {use.Reason}",
        }))))
    { Title = "Properties over all pairs" };

    private static ReportTable Collinear(StudyExamination study) => new(
        [new("annotator"), new("property"), new("goes with"), new("correlation", ColumnAlignment.Number)],
        Rows(study.Annotators.SelectMany(of => of.Collinearity.Pairs.Select(pair => new[] { of.Annotator.Id, pair.One, pair.Other, Rounded.Number(pair.Correlation, 2) }))))
    { Title = $"Properties that go together (beyond ±{Rounded.Number(Collinearity.Threshold, 1)})" };

    private static ReportTable Flagged(StudyExamination study) => new(
        [new("response"), new("sign of manipulation"), new("at", ColumnAlignment.Number), new("place")],
        Rows(study.FlaggedPlaces.Take(PlacesShown).Select(place => new[]
        {
            FitLines.ShortHash(place.Response.ToString()), FlagText.Sign(place.Kind), Rounded.Count(place.Start), VisibleText.Around(place.Text, place.Start, place.Length),
        })))
    { Title = $"Responses with signs of manipulation: {Rounded.Count(study.FlaggedResponses)}{(study.FlaggedPlaces.Count > PlacesShown ? $"; the first {PlacesShown} places" : "")}" };

    private static ReportTable Agreement(StudyExamination study) => new(
        [new("property"), new("weighted κ", ColumnAlignment.Number), new("± 1.96 s.e.", ColumnAlignment.Number), new("n", ColumnAlignment.Number), new("κ of comparisons", ColumnAlignment.Number), new("pairs", ColumnAlignment.Number)],
        Rows(study.SurfaceAgreement.Select(AgreementEntry.Of).OfType<AgreementEntry>().Select(entry => new[]
        {
            entry.Property, Rounded.Number(entry.Kappa, 2), Rounded.Number(1.96 * entry.KappaStandardError, 3), Rounded.Count(entry.Count),
            entry.ComparisonKappa is { } kappa ? Rounded.Number(kappa, 2) : "", entry.ComparisonCount is { } count ? Rounded.Count(count) : "",
        })))
    { Title = "Simulated: agreement of surface with what was planted (length: of the comparisons)" };

    private static ReportTable Pulls(StudyExamination study) => new(
        [new("judge"), new("annotator"), new("pairs", ColumnAlignment.Number), new("properties", ColumnAlignment.Number), new("slope", ColumnAlignment.Number), new("correlation", ColumnAlignment.Number)],
        Rows(study.Attenuation.Select(pull => new[]
        {
            PlainText.Name(pull.Judge), pull.Annotator, Rounded.Count(pull.Pairs), Rounded.Count(pull.Properties), Rounded.Number(pull.Slope, 2), Rounded.Number(pull.Correlation, 2),
        })))
    { Title = "Simulated: fitted on true weights (slope below 1: pulled towards 0 by rating errors, properties not measured, and the prior)" };

    private static IReadOnlyList<IReadOnlyList<string>> Rows(IEnumerable<IReadOnlyList<string>> rows) => [.. rows];

    private static string Range(IEnumerable<int> counts)
    {
        var sorted = counts.Order().ToList();
        return sorted[0] == sorted[^1] ? Rounded.Count(sorted[0]) : $"{Rounded.Count(sorted[0])} – {Rounded.Count(sorted[^1])}";
    }
}
