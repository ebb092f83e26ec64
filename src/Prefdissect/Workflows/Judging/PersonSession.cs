using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>
/// A person who votes: pairs in an order that chance decides, spread evenly over scenarios, each on sides that chance decides. Every vote is stored before the next pair is shown;
/// a later session goes on with the pairs that are left. Of a very large study the pairs are those that chance takes of it: more than anybody votes on.
/// </summary>
public sealed class PersonSession
{
    /// <summary>Reason where the person passed a pair over.</summary>
    public const string PassedOver = "passed over";

    private readonly Study study;
    private readonly TimeProvider time;
    private readonly SessionLimits limits;
    private readonly long seed;
    private readonly JudgedPairReader reader;
    private readonly string? scenario;
    private readonly StudyWatch watch;
    private (long Pair, long Scenario, long Context) newest;
    private IReadOnlyList<long> order = [];
    private List<long> left = [];
    private Stack<long> given = new();
    private long shown;

    /// <summary>Begins.</summary>
    /// <param name="study">The study.</param>
    /// <param name="name">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on, or <see langword="null"/> for all.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RequestException">The name belongs to another judge, or there are no pairs of that scenario.</exception>
    public PersonSession(Study study, string name, string? scenario, long seed, TimeProvider time) : this(study, name, scenario, seed, time, SessionLimits.Usual)
    {
    }

    internal PersonSession(Study study, string name, string? scenario, long seed, TimeProvider time, SessionLimits limits)
    {
        this.limits = limits;
        (this.study, this.scenario, this.seed, this.time, reader, watch) = (study, scenario, seed, time, new JudgedPairReader(study), new StudyWatch(study));
        Judge = new JudgeDescription(name, JudgeKind.Person) { AsksBothOrders = false, AllowsTies = true };
        Judgements.Check(study, Judge);
        ReadPairs();
        ReadReadings();
        Show();
    }

    /// <summary>The person as a judge.</summary>
    public JudgeDescription Judge { get; }

    /// <summary>Pairs that there are to vote on, those done included.</summary>
    public int Total => order.Count;

    /// <summary>Pairs in the study, of every scenario, those of two equal responses included.</summary>
    public int PairsInStudy { get; private set; }

    /// <summary>Votes so far, those of earlier sessions included.</summary>
    public int Votes { get; private set; }

    /// <summary>Votes of this session.</summary>
    public int VotesNow { get; private set; }

    /// <summary>Pairs that are left.</summary>
    public int Left => left.Count;

    /// <summary>The pair to vote on, or <see langword="null"/> where none is left.</summary>
    public PairToJudge? Current { get; private set; }

    /// <summary>Which response stands as A.</summary>
    public AskedOrder Order { get; private set; }

    /// <summary>Whether there is something to take back.</summary>
    public bool CanUndo => given.Count > 0;

    /// <summary>
    /// Takes in what others wrote to the study since: pairs that came, and what the same person said in another session. The pair shown stays as long as nothing was said of it.
    /// </summary>
    public void Refresh()
    {
        if (!watch.HasChanged()) return;
        if (Concerned(watch.Newest()) != newest) ReadPairs();
        ReadReadings();
        if (Current is { } pair && left.LastIndexOf(pair.Id) is >= 0 and var at)
        {
            left.RemoveAt(at);
            left.Add(pair.Id);
            return;
        }
        Show();
    }

    /// <summary>Votes on the pair shown, and goes on to the next.</summary>
    /// <param name="verdict">In the letters shown.</param>
    public void Vote(Verdict verdict) => Keep(new OrderReading(Order) { Said = verdict, Seconds = time.GetElapsedTime(shown).TotalSeconds }, 1);

    /// <summary>Passes the pair over: it is not shown again.</summary>
    public void PassOver() => Keep(new OrderReading(Order) { State = ReadingState.Skipped, Reason = PassedOver }, 0);

    /// <summary>Takes the last thing said in this session back, and shows that pair again.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo()
    {
        if (!given.TryPop(out var pair)) return false;
        var wasVote = new JudgementReader(study).Readings(Judge.Name, pair).Any(reading => reading.State == ReadingState.Done);
        using (var write = study.BeginWrite())
        {
            using (var writer = write.Judgements(Judge)) writer.Remove(pair);
            write.Commit();
        }
        (Votes, VotesNow) = wasVote ? (Votes - 1, VotesNow - 1) : (Votes, VotesNow);
        left.Add(pair);
        Show();
        return true;
    }

    /// <summary>What came of it.</summary>
    /// <param name="end">Why it ended.</param>
    public JudgeResult Result(AskingEnd end) => new(Judge, VotesNow, new JudgementReader(study).Counts(Judge.Name), end)
    {
        Notices = Left > 0 ? [$"{Left} pairs are left; the same command goes on with them."] : [],
    };

    private void Keep(OrderReading reading, int votes)
    {
        var pair = Current ?? throw new InvalidOperationException("No pair is left.");
        Judgements.Keep(study, Judge, [new PairReadings(pair.Id, [reading])]);
        given.Push(pair.Id);
        left.RemoveAt(left.Count - 1);
        (Votes, VotesNow) = (Votes + votes, VotesNow + votes);
        Show();
    }

    // Which scenario a pair is of matters only where one was chosen: classifying a large study need not have its pairs read again and again.
    private (long Pair, long Scenario, long Context) Concerned((long Pair, long Scenario, long Context) of) => scenario is null ? (of.Pair, 0, 0) : of;

    private void ReadPairs()
    {
        newest = Concerned(watch.Newest());
        PairsInStudy = (int)new StudyReader(study).CountPairs();
        var pairs = Taken();
        var wanted = Wanted(pairs);
        if (PairsInStudy > limits.MostPairs && scenario is not null && CountUnasked(wanted) < limits.FewestOfScenario)
        {
            pairs = Different(new PairSidesReader(study).All());
            wanted = Wanted(pairs);
        }
        if (wanted.Count == 0)
        {
            throw new RequestException(pairs.Count == 0
                ? "The study has no pairs of two different responses. Read some with `prefdissect import FILE -s STUDY`."
                : $"There are no pairs of the scenario '{scenario}'; there are {StudySelection.Shortened([.. pairs.Select(pair => pair.Stratum.Length > 0 ? pair.Stratum : "none").Distinct().Order(StringComparer.Ordinal)])}.");
        }
        order = [.. BalancedSample.Of(wanted.Select(pair => (pair.Id, pair.Hash, pair.Stratum)), wanted.Count, seed)];

        int CountUnasked(List<PairSides> of)
        {
            var asked = new JudgementReader(study).Readings(Judge.Name).Select(reading => reading.Pair).ToHashSet();
            return of.Count(pair => !asked.Contains(pair.Id));
        }

        List<PairSides> Wanted(List<PairSides> of) => scenario is null ? of : of.FindAll(pair => pair.Stratum.Equals(scenario, StringComparison.OrdinalIgnoreCase));
    }

    private List<PairSides> Taken()
    {
        var sides = new PairSidesReader(study);
        if (PairsInStudy <= limits.MostPairs) return Different(sides.All());
        var halvings = (int)Math.Ceiling(Math.Log2((double)PairsInStudy / limits.AboutTaken));
        return Different(sides.BeginningWith((ulong)(ContentHash.Of("taken", FormattableString.Invariant($"{seed}")).High >> 64), halvings, Judge.Name));
    }

    private static List<PairSides> Different(IEnumerable<PairSides> pairs) => [.. pairs.Where(pair => !pair.HasEqualResponses)];

    private void ReadReadings()
    {
        var readings = new JudgementReader(study).Readings(Judge.Name).Select(of => (of.Pair, of.Reading.State)).ToDictionary();
        Votes = order.Count(id => readings.GetValueOrDefault(id) == ReadingState.Done);
        left = [.. order.Where(id => !readings.ContainsKey(id)).Reverse()];
        // What was taken back elsewhere cannot be taken back again.
        given = new Stack<long>(given.Where(readings.ContainsKey).Reverse());
    }

    private void Show()
    {
        Current = left.Count > 0 ? reader.Pair(left[^1]) : null;
        if (Current is { } pair) Order = (ContentHash.Of("side", FormattableString.Invariant($"{seed}"), pair.Hash.ToString()).High & 1) == 0 ? AskedOrder.FirstAsA : AskedOrder.SecondAsA;
        shown = time.GetTimestamp();
    }
}
