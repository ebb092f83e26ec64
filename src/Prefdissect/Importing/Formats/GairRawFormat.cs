using Prefdissect.Pairs;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// The un-annotated rows of GAIR's preference dissection: <c>prompt</c>, <c>response_a</c>, <c>response_b</c>, <c>model_a</c>, <c>model_b</c>, <c>winner</c>,
/// <c>scenario</c> (one of many fine ones) and <c>group</c> (one of the 11). The vote's scenario is the group; the fine one is kept as metadata.
/// The judges are the users of Chatbot Arena, unnamed.
/// </summary>
public sealed class GairRawFormat : IVoteFormat
{
    /// <inheritdoc/>
    public string Name => "gair-raw";

    /// <inheritdoc/>
    public bool Recognises(Sample sample) =>
        sample.IsJson && sample.Has("prompt", "response_a", "response_b", "model_a", "model_b", "winner", "scenario", "group");

    /// <inheritdoc/>
    public Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes) => Read;

    private static ImportedRow Read(SourceRow row)
    {
        var fields = new RowReading(row);
        var vote = new Vote
        {
            Query = fields.Query("prompt"),
            A = new(fields.Text("response_a")),
            B = new(fields.Text("response_b")),
            Verdict = VerdictOf(row, fields),
            ModelA = fields.Name("model_a"),
            ModelB = fields.Name("model_b"),
            Scenario = fields.Name("group"),
            Metadata = fields.Metadata(["scenario"]),
        };
        return fields.Refused ?? (ImportedRow)new ReadRow(row.Line, [vote]) { Reference = fields.Name("gpt4_ref_output") };
    }

    private static Verdict VerdictOf(SourceRow row, RowReading fields)
    {
        var cell = row["winner"];
        cell.TryGetText(out var winner);
        switch (winner)
        {
            case "model_a": return Verdict.A;
            case "model_b": return Verdict.B;
            case "tie" or "tie (bothbad)": return Verdict.Tie;
            default:
                fields.Refuse("winner", cell.Description, "model_a, model_b, tie or tie (bothbad)");
                return Verdict.Tie;
        }
    }
}
