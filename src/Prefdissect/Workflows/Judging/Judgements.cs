using System.Threading.Channels;
using Prefdissect.Judging;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Keeps readings as they come, many in one transaction, each with the vote that follows from it.</summary>
internal static class Judgements
{
    private const int MostTogether = 512;
    private static readonly TimeSpan LongestTogether = TimeSpan.FromSeconds(1);

    /// <summary>Registers a judge, so that it is known before its first verdict.</summary>
    /// <exception cref="RequestException">The name belongs to a judge whose votes were imported, or to one that is asked in another way.</exception>
    public static void Register(Study study, JudgeDescription judge)
    {
        Check(study, judge);
        using var write = study.BeginWrite();
        using (write.Judgements(judge)) write.Commit();
    }

    /// <summary>Makes sure that a judge's name is free, or its own; writes nothing.</summary>
    /// <exception cref="RequestException">The name belongs to a judge whose votes were imported, or to one that is asked in another way.</exception>
    public static void Check(Study study, JudgeDescription judge)
    {
        var reader = new JudgementReader(study);
        if (reader.HasImportedVotes(judge.Name)) throw new RequestException($"{judge.Name} is a judge with imported votes in this study. Give the new one another name with --name.");
        if (reader.Description(judge.Name) is not { } earlier) return;
        if (earlier.Kind != judge.Kind)
            throw new RequestException($"{judge.Name} is a judge of kind {earlier.Kind} in this study, and this one would be {judge.Kind}. Give it another name with --name.");
        if (earlier.AsksBothOrders && !judge.AsksBothOrders) throw new RequestException($"{judge.Name} was asked in both orders; for one order alone give another name with --name.");
    }

    /// <summary>Keeps what comes until nothing comes any more, and gives how many pairs came.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="readings">What was read, pair by pair.</param>
    /// <param name="total">How many pairs are expected.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    public static async Task<int> KeepAsync(Study study, JudgeDescription judge, ChannelReader<PairReadings> readings, int total, IProgress<WorkProgress>? progress, AskingWatch watch)
    {
        var pairs = 0;
        while (await readings.WaitToReadAsync().ConfigureAwait(false))
        {
            var (together, began) = (new List<PairReadings>(), watch.Time.GetTimestamp());
            while (together.Count < MostTogether && watch.Time.GetElapsedTime(began) < LongestTogether)
            {
                if (readings.TryRead(out var next)) together.Add(next);
                else if (readings.Completion.IsCompleted) break;
                else await Task.Delay(20, CancellationToken.None).ConfigureAwait(false);
            }
            Keep(study, judge, together);
            pairs += together.Count(pair => pair.Readings.Count > 0);
            progress?.Report(new WorkProgress("pairs", pairs, Math.Max(total, pairs)) { Note = watch.Note() });
        }
        await readings.Completion.ConfigureAwait(false);
        return pairs;
    }

    /// <summary>Keeps readings and votes in one transaction.</summary>
    public static void Keep(Study study, JudgeDescription judge, IReadOnlyList<PairReadings> pairs)
    {
        if (pairs.All(pair => pair.Readings.Count == 0)) return;
        var reader = new JudgementReader(study);
        // A label of a file stands for a pair whole: one read by other sides is no second order beside it.
        var replaces = judge.Kind == JudgeKind.File;
        var earlier = pairs.Where(pair => pair.Readings.Count > 0).ToDictionary(pair => pair.Pair, pair => replaces ? [] : reader.Readings(judge.Name, pair.Pair));
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge))
        {
            foreach (var pair in pairs.Where(pair => pair.Readings.Count > 0))
            {
                if (replaces) writer.Remove(pair.Pair);
                foreach (var reading in pair.Readings) writer.Add(pair.Pair, reading);
                writer.Vote(pair.Pair, new PairReading(Of(AskedOrder.FirstAsA), Of(AskedOrder.SecondAsA)));

                OrderReading? Of(AskedOrder order) => pair.Readings.Concat(earlier[pair.Pair]).FirstOrDefault(reading => reading.Round == 0 && reading.Order == order);
            }
        }
        write.Commit();
    }
}
