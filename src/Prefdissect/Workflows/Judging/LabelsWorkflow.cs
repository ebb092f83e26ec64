using Prefdissect.Importing;
using Prefdissect.Importing.Labels;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Makes a judge of labels that were made elsewhere. All labels of the file are taken, or none.</summary>
public static class LabelsWorkflow
{
    private const int ShortestId = 8;

    /// <summary>Takes the labels of a file.</summary>
    /// <param name="study">The study.</param>
    /// <param name="name">The judge's name.</param>
    /// <param name="file">Path of the file.</param>
    /// <param name="sourceName">The name that is kept of a file that lies under another; <see langword="null"/> for the file's own.</param>
    /// <exception cref="ImportException">The file cannot be read, or a label of it cannot be used.</exception>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public static JudgeResult Run(Study study, string name, string file, string? sourceName = null)
    {
        var judge = new JudgeDescription(name, JudgeKind.File) { AsksBothOrders = false, AllowsTies = true, Rule = sourceName ?? Path.GetFileName(file) };
        var pairs = new PairSidesReader(study).All();
        var readings = Read(file, pairs, CancellationToken.None);
        Judgements.Register(study, judge);
        Judgements.Keep(study, judge, readings);
        var counts = new JudgementReader(study).Counts(name);
        var notices = new List<string>();
        if (counts.Pairs > readings.Count) notices.Add($"{counts.Pairs - readings.Count} pairs keep the label that an earlier file gave them.");
        if (counts.Pairs < pairs.Count) notices.Add($"{pairs.Count - counts.Pairs} pairs of the study have no label.");
        return new JudgeResult(judge, readings.Count, counts, AskingEnd.Complete) { Notices = notices };
    }

    /// <summary>Looks whether the labels of a file can be taken, and gives how many there are; keeps nothing.</summary>
    /// <param name="study">The study.</param>
    /// <param name="file">Path of the file.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <exception cref="ImportException">The file cannot be read, or a label of it cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static int Check(Study study, string file, CancellationToken cancellation) => Read(file, new PairSidesReader(study).All(), cancellation).Count;

    private static List<PairReadings> Read(string file, IReadOnlyList<PairSides> pairs, CancellationToken cancellation)
    {
        // One more than there can be is enough to refuse the file: among so many, a pair is not the study's or is there twice.
        var (entries, problems) = LabelFile.Read(file, ImportLimits.Default, pairs.Count + 1, cancellation);
        if (entries.Count + problems.Count == 0) throw new ImportException(new(file), "no labels", "a label a pair", "Check that this is the file you meant.");
        var isList = entries.Count == 0 || entries[0].Pair is null;
        // Which pair an entry of a list speaks of is told by its place, once every one of them is a label.
        if (isList) problems.ThrowIfAny(LabelFile.Hint);
        var others = new FileProblems();
        var readings = isList ? InOrder(file, entries, pairs, others) : ById(entries, pairs, others);
        problems.With(others).ThrowIfAny(LabelFile.Hint);
        return readings;
    }

    private static List<PairReadings> InOrder(string file, IReadOnlyList<LabelEntry> entries, IReadOnlyList<PairSides> pairs, FileProblems problems)
    {
        if (entries.Count != pairs.Count)
        {
            throw new ImportException(
                new(file), $"{(entries.Count > pairs.Count ? $"more than {pairs.Count}" : entries.Count)} labels in a list without ids", $"{pairs.Count}, one a pair of the study in the order of import",
                "The study holds each pair once, also where its file repeats it or has rows that were left out. Give the labels by id: {\"id of a pair\": \"A\", …}, or rows with pair and label.");
        }
        return [.. entries.Zip(pairs, (entry, pair) => Reading(entry, pair, problems)).OfType<PairReadings>()];
    }

    private static List<PairReadings> ById(IReadOnlyList<LabelEntry> entries, IReadOnlyList<PairSides> pairs, FileProblems problems)
    {
        var ordered = pairs.Select(pair => (Id: pair.Hash.ToString(), Pair: pair)).OrderBy(pair => pair.Id, StringComparer.Ordinal).ToArray();
        var ids = Array.ConvertAll(ordered, pair => pair.Id);
        var (seen, readings) = (new Dictionary<long, FilePlace>(), new List<PairReadings>());
        foreach (var entry in entries)
        {
            if (Find(entry) is not { } pair) continue;
            if (!seen.TryAdd(pair.Id, entry.Place)) problems.Add(new(entry.Place, "a pair that has a label already", $"one label a pair; the other is on line {seen[pair.Id].Line}"));
            else if (Reading(entry, pair, problems) is { } reading) readings.Add(reading);
        }
        return readings;

        PairSides? Find(LabelEntry entry)
        {
            var id = entry.Pair!.ToLowerInvariant();
            var at = Array.BinarySearch(ids, id, StringComparer.Ordinal);
            if (at < 0) at = ~at;
            bool Fits(int place) => place < ids.Length && ids[place].StartsWith(id, StringComparison.Ordinal);
            if (id.Length < ShortestId || !Fits(at)) problems.Add(new(entry.Place, $"the pair {Shown.Quoted(entry.Pair)}, which the study does not hold", $"the id of a pair, or its first {ShortestId} digits or more"));
            else if (Fits(at + 1)) problems.Add(new(entry.Place, $"the pair {Shown.Quoted(entry.Pair)}, which may be several", "more digits of its id"));
            else return ordered[at].Pair;
            return null;
        }
    }

    private static PairReadings? Reading(LabelEntry entry, PairSides pair, FileProblems problems)
    {
        if (entry.Label is PairLabel.A or PairLabel.B && pair.A is null)
        {
            problems.Add(new(
                entry.Place, $"the label {entry.Label} for the pair {pair.Hash.ToString()[..12]}, whose votes in the study do not agree which response is A",
                "\"first\" or \"second\": the response that comes first, or second, in the pair's own order"));
            return null;
        }
        var order = pair.A == PairSide.Second ? AskedOrder.SecondAsA : AskedOrder.FirstAsA;
        // A margin speaks of side A beside A, B and ties, and of the first response beside the others.
        var turned = order == AskedOrder.SecondAsA && entry.Label is not (PairLabel.First or PairLabel.Second) ? -1 : 1;
        var sign = entry.Label switch { PairLabel.A or PairLabel.First => 1, PairLabel.B or PairLabel.Second => -1, _ => 0 } * turned;
        return new PairReadings(pair.Id, [entry.Margin is { } margin ? SaidReading.OfMargin(order, margin * turned) : SaidReading.Of(order, sign)]);
    }
}
