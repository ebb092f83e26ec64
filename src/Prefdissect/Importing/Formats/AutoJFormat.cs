using Prefdissect.Pairs;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// Auto-J's pairwise test data (GAIR-NLP/auto-j): <c>prompt</c>, <c>response 1</c>, <c>response 2</c>, <c>scenario</c> and <c>label</c>:
/// 0 the first is better, 1 the second, 2 a tie. Side A is the first. No judge is named: they were people.
/// </summary>
public sealed class AutoJFormat : IVoteFormat
{
    private static readonly WinnerValues Labels = new("0", "1", "2");

    /// <inheritdoc/>
    public string Name => "auto-j";

    /// <inheritdoc/>
    public bool Recognises(Sample sample) => sample.IsJson && sample.Has("prompt", "response 1", "response 2", "label", "scenario");

    /// <inheritdoc/>
    public Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes) => Read;

    private static ImportedRow Read(SourceRow row)
    {
        var fields = new RowReading(row);
        var vote = new Vote
        {
            Query = fields.Query("prompt"),
            A = new(fields.Text("response 1")),
            B = new(fields.Text("response 2")),
            Verdict = VerdictOf(row, fields),
            Scenario = fields.Name("scenario"),
        };
        return fields.Refused ?? (ImportedRow)new ReadRow(row.Line, [vote]);
    }

    private static Verdict VerdictOf(SourceRow row, RowReading fields)
    {
        var label = row["label"];
        if (label.TryGetScalar(out var value) && Labels.VerdictOf(value) is { } verdict) return verdict;
        fields.Refuse("label", label.Description, "0 (the first is better), 1 (the second) or 2 (a tie)");
        return Verdict.Tie;
    }
}
