using Prefdissect.Judging;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>Keeps readings as they come, many in one transaction, each with the vote that follows from it.</summary>
internal static class Judgements
{
    /// <summary>Registers a judge, so that it is known before its first verdict.</summary>
    /// <exception cref="RequestException">The name belongs to a judge whose votes were imported, or to one that is asked in another way.</exception>
    public static void Register(Study study, JudgeDescription judge)
    {
        Check(study, judge);
        using var write = study.BeginWrite();
        using (write.Judgements(judge)) write.Commit();
    }

    /// <summary>Makes sure that a judge's name is free, or its own; writes nothing.</summary>
    /// <exception cref="RequestException">The name belongs to a judge whose votes were imported, to one that is asked in another way, or to one that is asked in both orders while this one is not.</exception>
    public static void Check(Study study, JudgeDescription judge)
    {
        var reader = new JudgementReader(study);
        if (reader.HasImportedVotes(judge.Name)) throw new RequestException($"{judge.Name} is a judge with imported votes in this study. Give the new one another name with --name.");
        if (reader.Description(judge.Name) is not { } earlier) return;
        if (earlier.Kind != judge.Kind)
            throw new RequestException($"{judge.Name} is a judge of kind {earlier.Kind} in this study, and this one would be {judge.Kind}. Give it another name with --name.");
        if (earlier.AsksBothOrders && !judge.AsksBothOrders) throw new RequestException($"{judge.Name} was asked in both orders; for one order alone give another name with --name.");
    }

    /// <summary>Keeps readings and votes in one transaction.</summary>
    public static void Keep(Study study, JudgeDescription judge, IReadOnlyList<PairReadings> pairs)
    {
        if (pairs.All(pair => pair.Readings.Count == 0)) return;
        var reader = new JudgementReader(study);
        // A label of a file stands for a pair whole: one read by other sides is no second order beside it.
        var replaces = judge.Kind == JudgeKind.File;
        var earlier = pairs.Select(pair => pair.Pair).ToDictionary(pair => pair, pair => replaces ? [] : reader.Readings(judge.Name, pair));
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge))
        {
            if (replaces) foreach (var pair in earlier.Keys) writer.Remove(pair);
            Write(writer, pairs, pair => earlier[pair]);
        }
        write.Commit();
    }

    /// <summary>Keeps the first readings and votes of a judge that is asked otherwise than before, in place of all that it said, in one transaction.</summary>
    public static void KeepAnew(Study study, JudgeDescription judge, IReadOnlyList<PairReadings> pairs)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge))
        {
            writer.Forget();
            Write(writer, pairs, _ => []);
        }
        write.Commit();
    }

    private static void Write(JudgementWriter writer, IReadOnlyList<PairReadings> pairs, Func<long, IReadOnlyList<OrderReading>> earlier)
    {
        foreach (var pair in pairs.Where(pair => pair.Readings.Count > 0))
        {
            foreach (var reading in pair.Readings) writer.Add(pair.Pair, reading);
            writer.Vote(pair.Pair, new PairReading(Of(AskedOrder.FirstAsA), Of(AskedOrder.SecondAsA)));

            OrderReading? Of(AskedOrder order) => pair.Readings.Concat(earlier(pair.Pair)).FirstOrDefault(reading => reading.Round == 0 && reading.Order == order);
        }
    }
}
