using Prefdissect.Pairs;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// AlpacaEval's <c>annotations.json</c> (tatsu-lab/alpaca_eval): <c>instruction</c>, <c>output_1</c>, <c>output_2</c> and <c>preference</c> in [1, 2], which is
/// 1 + the judge's probability of <c>output_2</c>; exactly 1.5 is a tie. Side A is <c>output_1</c>; the judge is <c>annotator</c>.
/// Where the row keeps the log-probabilities of the judge's first token, they come with it, in the order in which the judge saw the outputs.
/// </summary>
public sealed class AlpacaEvalFormat : IVoteFormat
{
    /// <summary>The resolution of the published figures: a probability nearer to 0 or 1 than this is not told from it.</summary>
    private const double Resolution = 1e-10;

    /// <inheritdoc/>
    public string Name => "alpaca-eval";

    /// <inheritdoc/>
    public bool Recognises(Sample sample) =>
        sample.IsJson && sample.Has("instruction", "output_1", "output_2", "preference")
            && (sample.Has("annotator") || sample.Has("generator_1", "generator_2"));

    /// <inheritdoc/>
    public Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes) => Read;

    private static ImportedRow Read(SourceRow row)
    {
        var fields = new RowReading(row);
        var preference = PreferenceOf(row, fields);
        var vote = new Vote
        {
            Query = fields.Query("instruction"),
            A = new(fields.Text("output_1")),
            B = new(fields.Text("output_2")),
            Verdict = preference < 1.5 ? Verdict.A : preference > 1.5 ? Verdict.B : Verdict.Tie,
            Margin = MarginOf(row, preference),
            Judge = fields.Name("annotator"),
            ModelA = fields.Name("generator_1"),
            ModelB = fields.Name("generator_2"),
            Metadata = fields.Metadata(["dataset"]),
        };
        return fields.Refused ?? (ImportedRow)new ReadRow(row.Line, [vote]) { FirstToken = AlpacaEvalFirstToken.Of(row, preference) };
    }

    private static double PreferenceOf(SourceRow row, RowReading fields)
    {
        var cell = row["preference"];
        if (cell.TryGetNumber(out var preference) && preference is >= 1 and <= 2) return preference;
        fields.Refuse("preference", cell.Description, "a number from 1 (output_1) to 2 (output_2)");
        return 1.5;
    }

    // A judge that was not asked for probabilities writes 1, 2 or 1.5: a verdict, from which no log-odds follow.
    private static double? MarginOf(SourceRow row, double preference)
    {
        if (preference is 1 or 1.5 or 2 && row["raw_completion.logprobs"].IsAbsent) return null;
        return Math.Log(Math.Max(2 - preference, Resolution) / Math.Max(preference - 1, Resolution));
    }
}
