using Prefdissect.Pairs;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// Reads the winner column of a table: by the values that a person gave, else by words that explain themselves or a model's own name. Words for a tie are
/// understood in any case, unless a person gave a value for it.
/// </summary>
internal sealed class WinnerReading(ColumnMap map, ImportOptions options, ImportNotes notes)
{
    private const string Words = "A, model_a, response_a, response_1, left (the first side); B, …, right (the second); tie, draw, both, neither";

    private static readonly HashSet<string> WordsForA = ["a", "modela", "responsea", "answera", "outputa", "assistanta", "completiona", "response1",
        "answer1", "output1", "model1", "completion1", "left", "first"];
    private static readonly HashSet<string> WordsForB = ["b", "modelb", "responseb", "answerb", "outputb", "assistantb", "completionb", "response2",
        "answer2", "output2", "model2", "completion2", "right", "second"];
    private static readonly HashSet<string> WordsForTie = ["tie", "tied", "ties", "draw", "drawn", "both", "neither", "equal", "equally", "same", "similar", "tie(bothbad)",
        "bothbad", "bothgood", "tie(bothgood)", "bothequal", "bothequallygood", "bothequallybad", "equallygood", "equallybad", "allgood", "allbad", "nopreference",
        "nowinner", "undecided"];

    private static readonly (string End, Marking Marking, Verdict Side)[] Ends =
        [("left", Marking.Sides, Verdict.A), ("right", Marking.Sides, Verdict.B), ("first", Marking.Order, Verdict.A), ("second", Marking.Order, Verdict.B)];

    private readonly WinnerValues? values = options.Winners;
    private readonly string column = map.Winner!;
    private readonly string[] namesOfA = NamesOf(map.A!);
    private readonly string[] namesOfB = NamesOf(map.B!);

    /// <summary>Ways of telling two sides apart by a name.</summary>
    private enum Marking
    {
        Letters,
        Numbers,
        Sides,
        Order,
    }

    /// <summary>Checks that the values can be read at all, by the file's first rows.</summary>
    /// <exception cref="ImportException">None of them can: what they mean has to be said.</exception>
    public void CheckBy(Sample sample)
    {
        if (values is not null) return;
        var found = sample.Rows.Select(row => row[column].TryGetScalar(out var value) ? value.Trim() : "");
        List<string> seen = [.. found.Where(value => value.Length > 0).Distinct()];
        var verdicts = sample.Rows.Select(row => row[column].TryGetScalar(out var value) ? VerdictOf(row, value) : null).ToList();
        // Ties alone tell nothing of what the other values mean.
        if (seen.Count == 0 || verdicts.Exists(verdict => verdict is Verdict.A or Verdict.B) || verdicts.TrueForAll(verdict => verdict is Verdict.Tie)) return;
        throw new ImportException(
            new(sample.File, null, column),
            $"the values {Shown.List(seen)}, whose meaning is not said",
            "values that explain themselves",
            $"Say what they mean, for example: --winner-a {Example(seen, 0)} --winner-b {Example(seen, 1)} --tie VALUE (A is the first response, column {Shown.Quoted(map.A!)}).");
    }

    /// <summary>The verdict of a row; refuses the row where it cannot be read.</summary>
    public Verdict Read(SourceRow row, RowReading fields)
    {
        var cell = row[column];
        if (!cell.TryGetScalar(out var value)) fields.Refuse(column, cell.Description, Expected);
        else if (VerdictOf(row, value) is { } verdict) return verdict;
        else fields.Refuse(column, Shown.Quoted(value), Expected, Hint);
        return Verdict.Tie;
    }

    private string Hint => (options.Winners, options.Winners?.Tie ?? options.Tie) switch
    {
        (_, not null) => RefusedRow.UsualHint,
        (null, _) => $"If it means that neither won, add --tie VALUE; otherwise say what all values mean with --winner-a, --winner-b and --tie. {RefusedRow.UsualHint}",
        _ => $"If it means that neither won, add --tie VALUE. {RefusedRow.UsualHint}",
    };

    private string Expected => values is null ? Words : $"one of {values.Accepted}";

    private Verdict? VerdictOf(SourceRow row, string value)
    {
        var loose = LooseName.Of(value);
        if (values is not null) return values.VerdictOf(value) ?? (values.Tie is null ? TieByWord(loose, value) : null);
        if (options.Tie is { } tie && WinnerValues.Same(value, tie)) return Verdict.Tie;
        var word = ByColumn(loose) ?? ByWord(loose);
        var model = ByModel(row, value.Trim());
        // A model may be called "B": where its side contradicts the word, neither is believed.
        return word is null || model is null || word == model ? word ?? model : null;
    }

    private Verdict? TieByWord(string loose, string value)
    {
        if (!WordsForTie.Contains(loose)) return null;
        notes.Add($"{Shown.Quoted(value.Trim())} in column {Shown.Quoted(column)} was read as a tie.");
        return Verdict.Tie;
    }

    // A column named as the winner is the response in it, whichever side the map gives it.
    private Verdict? ByColumn(string loose)
    {
        var (isA, isB) = (namesOfA.Contains(loose), namesOfB.Contains(loose));
        return isA == isB ? null : isA ? Verdict.A : Verdict.B;
    }

    // Where the columns are marked in the same way and the other way round (A is response_b, or response_1 of 0 and 1), a word may mean either.
    private Verdict? ByWord(string loose)
    {
        if (WordsForTie.Contains(loose)) return Verdict.Tie;
        if (!WordsForA.Contains(loose) && !WordsForB.Contains(loose)) return null;
        var (marking, side) = MarkOf(loose)!.Value;
        return Contradicts(namesOfA, Verdict.A, marking) || Contradicts(namesOfB, Verdict.B, marking) ? null : side;
    }

    private static bool Contradicts(string[] names, Verdict side, Marking marking) =>
        names.Select(MarkOf).OfType<(Marking Marking, Verdict Side)>().Any(mark => mark.Marking == marking && mark.Side != side);

    private static (Marking Marking, Verdict Side)? MarkOf(string loose)
    {
        foreach (var (end, marking, side) in Ends)
            if (loose.EndsWith(end, StringComparison.Ordinal)) return (marking, side);
        if (!WordsForA.Contains(loose) && !WordsForB.Contains(loose)) return null;
        return (char.IsAsciiDigit(loose[^1]) ? Marking.Numbers : Marking.Letters, WordsForA.Contains(loose) ? Verdict.A : Verdict.B);
    }

    private static string[] NamesOf(string response) => [LooseName.Of(response), LooseName.Of(response.Split('.')[0])];

    private Verdict? ByModel(SourceRow row, string value)
    {
        var isA = map.ModelA is { } a && row[a].TryGetText(out var modelA) && modelA.Trim() == value;
        var isB = map.ModelB is { } b && row[b].TryGetText(out var modelB) && modelB.Trim() == value;
        return isA == isB ? null : isA ? Verdict.A : Verdict.B;
    }

    private static string Example(List<string> seen, int index) =>
        seen.Order(StringComparer.Ordinal).ElementAtOrDefault(index) is { Length: < 20 } value ? Shown.Plain(value) : "VALUE";
}
