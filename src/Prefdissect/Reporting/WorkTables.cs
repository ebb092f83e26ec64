using Prefdissect.Dissecting;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>What imports, annotations, fits and simulations did, as tables for a person.</summary>
public static class WorkTables
{
    private const int ReasonsShown = 5;

    /// <summary>What a study holds.</summary>
    public static ReportTable Of(StudyCounts counts) => Facts(
        [
            ("pairs", counts.Pairs, null), ("votes", counts.Votes, null), ("for side A", counts.AWins, null), ("for side B", counts.BWins, null), ("ties", counts.Ties, null),
            ("judges", counts.Judges, null), ("scenarios", counts.Scenarios, null),
        ],
        hasAdded: false);

    /// <summary>What a study holds after an import, and what the import added.</summary>
    public static ReportTable Of(ImportResult result)
    {
        var (before, after) = (result.Before, result.After);
        return Facts(
            [
                ("pairs", after.Pairs, after.Pairs - before.Pairs), ("votes", after.Votes, after.Votes - before.Votes), ("for side A", after.AWins, after.AWins - before.AWins),
                ("for side B", after.BWins, after.BWins - before.BWins), ("ties", after.Ties, after.Ties - before.Ties), ("judges", after.Judges, after.Judges - before.Judges),
                ("scenarios", after.Scenarios, after.Scenarios - before.Scenarios), ("rows refused", null, result.Refused),
            ],
            hasAdded: true);
    }

    /// <summary>What an import has to say beside its table.</summary>
    public static IEnumerable<string> LinesUnder(ImportResult result)
    {
        foreach (var file in result.Files)
        {
            if (file.Failure is { } failure) yield return $"error: {PlainText.OneLine(failure)}";
            else yield return $"{PlainText.OneLine(file.Path)}: {file.Format}, {Rounded.Count(file.Rows)} rows, {Rounded.Count(file.Ratings > 0 ? file.Ratings : file.Votes)} {(file.Ratings > 0 ? "ratings" : "votes")}";
            foreach (var note in file.Notes) yield return $"  note: {PlainText.OneLine(note)}";
            // Where bad rows are why nothing was imported, that tells the first of them; the others are told so that they can be mended in one go. A file that cannot be read on tells something else.
            var told = file is { Failure: { } why, FirstRefused.Count: > 0 } && why == ImportWorkflow.WhyRefused(file) ? 1 : 0;
            var shown = file.Failure is null ? ReasonsShown : file.FirstRefused.Count;
            foreach (var row in file.FirstRefused.Take(shown).Skip(told)) yield return $"  refused: {PlainText.OneLine(file.Failure is null ? row.Reason : new FileProblem(row.Place, row.Found, row.Expected).ToString())}";
            if (file.FirstRefused.Count > 0 && file.Refused > shown) yield return $"  … and {Rounded.Count(file.Refused - shown)} more";
            if (file.RefusedRowsFile is { } path) yield return $"  The refused rows are in {PlainText.OneLine(path)}.";
        }
    }

    /// <summary>What an annotation did.</summary>
    public static ReportTable Of(AnnotateResult result) => new(
        [new("annotator"), new("responses", ColumnAlignment.Number), new("rated now", ColumnAlignment.Number), new("partly", ColumnAlignment.Number), new("properties", ColumnAlignment.Number), new("flagged", ColumnAlignment.Number)],
        [[result.Annotator.Id, Rounded.Count(result.Responses), Rounded.Count(result.Rated), Rounded.Count(result.PartlyRated), Rounded.Count(result.Properties.Count), Rounded.Count(result.FlaggedResponses)]]);

    /// <summary>What a run of fits did.</summary>
    public static ReportTable Of(FitResult result) => new(
        [new("judge"), new("groups", ColumnAlignment.Number), new("fitted now", ColumnAlignment.Number), new("reused", ColumnAlignment.Number), new("unhealthy", ColumnAlignment.Number)],
        [
            .. result.Fitted.Concat(result.Reused).GroupBy(fit => fit.Subject.Judge).OrderBy(fits => fits.Key, StringComparer.Ordinal).Select(fits => (IReadOnlyList<string>)
            [
                PlainText.Name(fits.Key), Rounded.Count(fits.Count()), Rounded.Count(result.Fitted.Count(fit => fit.Subject.Judge == fits.Key)),
                Rounded.Count(result.Reused.Count(fit => fit.Subject.Judge == fits.Key)), Rounded.Count(fits.Count(fit => !fit.Health.IsHealthy)),
            ]),
        ]);

    /// <summary>What a run of fits has to say beside its table.</summary>
    public static IEnumerable<string> LinesUnder(FitResult result)
    {
        if (result.Mistakes is { } mistakes)
            yield return $"{Rounded.Count(result.Corrections.Count, "fit", "fits")} corrected for the mistakes of {PlainText.Name(result.Annotator.Id)} against {PlainText.Name(mistakes.Trusted.Id)}.";
        foreach (var refusal in result.Refused) yield return $"not fitted: {PlainText.Name(refusal.Subject.Judge)}, {PlainText.Name(refusal.Subject.Group)}: {refusal.Reason}";
        if (FlagText.Of(FlaggedFit.Among(result.Fitted.Concat(result.Reused))) is { } flagged) yield return $"note: {flagged} `fit --without-flagged` leaves them out.";
        if (result.UnratedResponses > 0)
        {
            yield return $"{Rounded.Count(result.UnratedResponses)} responses are not rated by {result.Annotator.Id} yet, and their pairs are left out: run `prefdissect annotate` first.";
        }
        if (result.SmallGroups.Count > 0)
        {
            yield return $"{Rounded.Count(result.SmallGroups.Count)} groups have fewer than {Group.SmallestByDefault} usable pairs and were passed over; --group NAME fits one all the same.";
        }
    }

    /// <summary>What an export of weights did.</summary>
    public static IEnumerable<string> LinesOf(ExportWeightsResult result)
    {
        foreach (var file in result.Files) yield return $"Wrote {PlainText.OneLine(file)}";
        if (FlagText.Of(result.Flagged) is { } flagged) yield return $"note: {flagged}";
        if (result.LeftOut.Count > 0)
            yield return $"note: left out, because the format holds the 29 published properties only: {PlainText.Joined([.. result.LeftOut.Select(PlainText.Name)])}";
    }

    private static ReportTable Facts(IEnumerable<(string Name, int? Now, int? Added)> facts, bool hasAdded) => new(
        hasAdded
            ? [new(""), new("in the study", ColumnAlignment.Number), new("added now", ColumnAlignment.Number)]
            : [new(""), new("in the study", ColumnAlignment.Number)],
        [.. facts.Select(fact => (IReadOnlyList<string>)(hasAdded ? [fact.Name, Shown(fact.Now), Shown(fact.Added)] : [fact.Name, Shown(fact.Now)]))]);

    private static string Shown(int? count) => count is { } number ? Rounded.Count(number) : "";
}
