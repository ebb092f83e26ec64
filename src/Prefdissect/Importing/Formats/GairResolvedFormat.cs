using Prefdissect.Pairs;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// The annotated table of GAIR's preference dissection as JSON or JSONL: every pair with a label of each of 33 judges, ratings of both responses, what the query
/// calls for, and a reference answer. Side A is <c>response_1</c>. One row gives one vote a judge.
/// </summary>
public sealed class GairResolvedFormat : IVoteFormat
{
    /// <inheritdoc/>
    public string Name => "gair-resolved";

    /// <inheritdoc/>
    public bool Recognises(Sample sample) => sample.IsJson && sample.Has("query", "response_1", "response_2", "preference_labels");

    /// <inheritdoc/>
    public Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes)
    {
        var ratings = new GairRatings(sample, notes);
        return row => Read(row, ratings, notes);
    }

    private static ImportedRow Read(SourceRow row, GairRatings ratings, ImportNotes notes)
    {
        var fields = new RowReading(row);
        var info = QueryInfoOf(row, notes);
        var vote = new Vote
        {
            Query = fields.Query("query"),
            A = new(fields.Text("response_1.content", ContentOf(row, "response_1"))),
            B = new(fields.Text("response_2.content", ContentOf(row, "response_2"))),
            Verdict = Verdict.Tie,
            ModelA = fields.Name("response_1.model"),
            ModelB = fields.Name("response_2.model"),
            Scenario = fields.Name("scenario_group"),
            Metadata =
            [
                .. fields.Metadata(["scenario_auto-j"]).Select(pair => KeyValuePair.Create("scenario", pair.Value)),
                .. SubsetsOf(info).Select(subset => KeyValuePair.Create(Group.SubsetPrefix + subset, Group.InSubset)),
            ],
        };
        List<Vote> votes = [.. VerdictsOf(row, fields).Select(label => vote with { Judge = label.Judge, Verdict = label.Verdict })];
        if (fields.Refused is { } refused) return refused;
        return new ReadRow(row.Line, votes)
        {
            Reference = row["gpt-4-turbo_reference"].TryGetText(out var reference) ? reference : null,
            QueryInfo = info,
            RatingsA = ratings.Of(row, side: 1, info),
            RatingsB = ratings.Of(row, side: 2, info),
        };
    }

    private static Cell ContentOf(SourceRow row, string response) => row[response] is { Kind: CellKind.Text } text ? text : row[$"{response}.content"];

    private static List<(string Judge, Verdict Verdict)> VerdictsOf(SourceRow row, RowReading fields)
    {
        List<(string, Verdict)> verdicts = [];
        foreach (var (name, label) in row["preference_labels"].Fields())
        {
            // A table made of rows with different judges fills the gaps with null.
            if (label.IsAbsent) continue;
            var judge = name.Trim();
            label.TryGetText(out var side);
            Verdict? verdict = side switch { "response_1" => Verdict.A, "response_2" => Verdict.B, "tie" => Verdict.Tie, _ => null };
            if (judge.Length == 0) fields.Refuse("preference_labels", "a judge without a name", "a name");
            else if (verdict is { } known) verdicts.Add((judge, known));
            else fields.Refuse($"preference_labels.{name}", label.Description, "response_1, response_2 or tie");
        }
        if (verdicts.Count == 0) fields.Refuse("preference_labels", row["preference_labels"].Description, "an object of judges and their labels");
        if (verdicts.DistinctBy(verdict => verdict.Item1).Count() < verdicts.Count) fields.Refuse("preference_labels", "a judge twice", "every judge once");
        return verdicts;
    }

    private static QueryInfo? QueryInfoOf(SourceRow row, ImportNotes notes)
    {
        var info = new QueryInfo
        {
            ClearIntent = YesOrNo(row, "clear intent", notes),
            ExpressesFeelings = YesOrNo(row, "explicitly express feelings", notes),
            Constraints = Texts(row, "explicit constraints", notes),
            Stances = Texts(row, "explicit subjective stances", notes),
            Mistakes = Texts(row, "explicit mistakes or biases", notes),
        };
        string[] columns = ["clear intent", "explicitly express feelings", "explicit constraints", "explicit subjective stances",
            "explicit mistakes or biases"];
        return columns.All(column => row[column].IsAbsent) ? null : info;
    }

    // In the order of Group.PublishedSubsets, which is that of their names.
    private static IEnumerable<string> SubsetsOf(QueryInfo? info)
    {
        bool[] belongs =
        [
            info is { ExpressesFeelings: true }, info is { ClearIntent: false }, info is { Constraints.Count: > 0 }, info is { Mistakes.Count: > 0 }, info is { Stances.Count: > 0 },
        ];
        return Group.PublishedSubsets.Where((_, i) => belongs[i]);
    }

    private static bool? YesOrNo(SourceRow row, string column, ImportNotes notes)
    {
        var cell = row[column];
        var answer = cell.TryGetScalar(out var value) ? LooseName.Of(value) : "";
        if (answer is "yes" or "true") return true;
        if (answer is "no" or "false") return false;
        if (!cell.IsAbsent) notes.Add($"Not understood in column {Shown.Quoted(column)}: {cell.Description} (Yes or No expected).");
        return null;
    }

    private static IReadOnlyList<string> Texts(SourceRow row, string column, ImportNotes notes)
    {
        var cell = row[column];
        if (cell.Kind == CellKind.List && cell.Elements().All(element => element.TryGetText(out _)))
            return [.. cell.Elements().Select(element => element.TryGetText(out var text) ? text : "")];
        if (!cell.IsAbsent) notes.Add($"Not understood in column {Shown.Quoted(column)}: {cell.Description} (a list of texts expected).");
        return [];
    }
}
