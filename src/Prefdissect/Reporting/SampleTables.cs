using Prefdissect.Workflows.Samples;

namespace Prefdissect.Reporting;

/// <summary>Pages of samples as tables.</summary>
public static class SampleTables
{
    private const int ShortId = 12;

    /// <summary>For a terminal: short ids and beginnings of texts.</summary>
    public static ReportTable Of(SamplePage page) => Table(page, row => row.Id.ToString()[..ShortId], excerpt => Shortened(VisibleText.Of(excerpt.ToString())));

    /// <summary>For CSV: whole ids and excerpts.</summary>
    public static ReportTable Csv(SamplePage page) => Table(page, row => row.Id.ToString(), excerpt => VisibleText.Of(excerpt.ToString()));

    /// <summary>How many pairs a page shows, and whether more follow.</summary>
    public static string LineUnder(SamplePage page) => page switch
    {
        { Total: 0 } or { Rows.Count: 0, Next: null, Previous: null } => "No pair matches.",
        { Total: { } total } => $"{Rounded.Count(page.Rows.Count)} of {Rounded.Count(total, "pair", "pairs")}.",
        { Rows.Count: 0, IsBrokenOff: true } => "No pair so far.",
        { Rows.Count: 0 } => "No pair here.",
        _ => $"{Rounded.Count(page.Rows.Count, "pair", "pairs")}{(page.Next is null ? "" : page.IsBrokenOff ? ", more may follow" : ", more follow")}.",
    };

    private static ReportTable Table(SamplePage page, Func<SampleRow, string> id, Func<Excerpt, string> text) => new(
        [new("pair"), new("query"), new("response A"), new("response B"), new("scenario"), new("votes"), new("notes")],
        [
            .. page.Rows.Select(row => new[]
            {
                id(row), text(row.Query), text(row.A), text(row.B), string.Join(", ", row.Scenarios.Select(PlainText.Name)),
                string.Join(", ", row.Votes.Select(votes => $"{PlainText.Name(votes.Judge)} {votes.A}:{votes.B}{(votes.Ties > 0 ? $" ({votes.Ties} tied)" : "")}")), Notes(row),
            }),
        ]);

    private static string Notes(SampleRow row) => string.Join(", ", new[]
    {
        row.IsFlagged ? "flagged" : "", row.HasEqualResponses ? "equal responses" : "", row.IsMultiTurn ? "conversation" : "", row.IsSimulated ? "simulated" : "",
    }.Where(note => note.Length > 0));

    private static string Shortened(string text) => text.Length > 60 ? string.Concat(text.EnumerateRunes().Take(60)) + "…" : text;
}
