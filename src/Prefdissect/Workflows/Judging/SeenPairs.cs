using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Judging;
using Prefdissect.Judging.Bias;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>The pairs of a study as each of its judges saw them. Pairs and the verdicts of all judges are read once, readings judge by judge.</summary>
internal sealed class SeenPairs
{
    private readonly ILookup<string, string> ownModels;
    private readonly StudyReader reader;
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly JudgementReader readings;
    private readonly JudgeVotesReader pairs;
    private readonly Dictionary<long, int> places = [];
    private readonly List<(int Query, int WordsFirst, int WordsSecond)> texts = [];
    private readonly Dictionary<string, JudgeDescription> descriptions;
    private readonly Dictionary<string, int> writers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PairVotes>> votes;
    private readonly Standing everyone;
    private readonly Standing people;

    public SeenPairs(Study study, JudgesRequest request, CancellationToken cancellation)
    {
        reader = new StudyReader(study);
        ownModels = request.OwnModels.ToLookup(of => of.Judge, of => of.Writer, StringComparer.Ordinal);
        (readings, pairs) = (new JudgementReader(study), new JudgeVotesReader(study));
        descriptions = readings.Descriptions().ToDictionary(judge => judge.Name, StringComparer.Ordinal);
        ReadPairs(request, cancellation);
        Judges = [.. reader.JudgesWithVotes().Union(descriptions.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        People = Judges.Where(judge => judge == Vote.UnnamedJudge || request.People.Contains(judge) || Description(judge).Kind == JudgeKind.Person).ToHashSet(StringComparer.Ordinal);
        (everyone, people) = (new Standing(texts.Count), new Standing(texts.Count));
        votes = Judges.ToDictionary(judge => judge, judge => (IReadOnlyList<PairVotes>)[.. pairs.Votes(judge).Where(vote => places.ContainsKey(vote.Pair))], StringComparer.Ordinal);
        foreach (var judge in Judges)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var vote in votes[judge])
            {
                everyone.Add(places[vote.Pair], vote.Sign);
                if (People.Contains(judge)) people.Add(places[vote.Pair], vote.Sign);
            }
        }
    }

    /// <summary>The judges, by name.</summary>
    public IReadOnlyList<string> Judges { get; }

    /// <summary>Those that are people.</summary>
    public IReadOnlySet<string> People { get; }

    /// <summary>
    /// How many pairs chance took of how many; <see langword="null"/> where all are here. A judge of few pairs, such as a person, is measured on all of them, and compared with others
    /// on all that both judged.
    /// </summary>
    public (int Taken, int Of)? Sample { get; private set; }

    /// <summary>Number of queries.</summary>
    public int Queries { get; private set; }

    /// <summary>Who a judge is; one without a description has imported votes.</summary>
    public JudgeDescription Description(string judge) => descriptions.GetValueOrDefault(judge) ?? new JudgeDescription(judge, JudgeKind.Imported) { AsksBothOrders = true };

    /// <summary>The pairs that two judges voted on: both lists of votes stand in the order of the pairs.</summary>
    public IReadOnlyList<JudgedTwice> Both(string one, string other)
    {
        var (ofOne, ofOther) = (votes[one], votes[other]);
        var both = new List<JudgedTwice>();
        for (int i = 0, j = 0; i < ofOne.Count && j < ofOther.Count;)
        {
            var order = ofOne[i].Pair.CompareTo(ofOther[j].Pair);
            if (order == 0 && (IsMeasured(one, places[ofOne[i].Pair]) || IsMeasured(other, places[ofOne[i].Pair]))) both.Add(new JudgedTwice(texts[places[ofOne[i].Pair]].Query, ofOne[i].Sign, ofOther[j].Sign));
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return both;
    }

    /// <summary>The pairs that a judge voted on or was asked about, in no particular order.</summary>
    public IReadOnlyList<SeenPair> Of(string judge)
    {
        string[] own = ownModels.Contains(judge) ? [.. ownModels[judge]] : [Description(judge).Model ?? judge];
        var seen = new Dictionary<int, SeenPair>();
        foreach (var vote in votes[judge])
        {
            var place = places[vote.Pair];
            if (!IsMeasured(judge, place)) continue;
            seen[place] = Pair(place) with
            {
                Sign = vote.Sign,
                Margin = vote.Margin,
                ForA = (int)vote.ForA,
                ForB = (int)(vote.First + vote.Second - vote.ForA),
                Ties = (int)vote.Ties,
                // Votes of a judge whose readings are here were copied, not given twice.
                Steady = descriptions.ContainsKey(judge) ? null : vote.Steady,
                WriterFirst = NumberOf(vote.WriterFirst),
                WriterSecond = NumberOf(vote.WriterSecond),
                Own = IsOwn(vote.WriterFirst, own) - IsOwn(vote.WriterSecond, own),
                Others = everyone.Without(place, vote.Sign),
                People = People.Contains(judge) ? people.Without(place, vote.Sign) : people.Of(place),
            };
        }
        // Scores and juries saw no order, and of labels from a file it is not known.
        if (Description(judge).Kind is JudgeKind.Score or JudgeKind.Jury or JudgeKind.File) return [.. seen.Values.Select(WithoutOrder)];
        foreach (var (pair, ofPair) in ByPair(readings.Readings(judge)))
        {
            if (!places.TryGetValue(pair, out var place) || !IsMeasured(judge, place)) continue;
            seen[place] = With(seen.TryGetValue(place, out var known) ? known : Pair(place), ofPair);
        }
        return [.. seen.Values];
    }

    private static SeenPair WithoutOrder(SeenPair pair) => pair with { ForA = 0, ForB = 0, Ties = 0 };

    private static IEnumerable<(long Pair, IReadOnlyList<OrderReading> Readings)> ByPair(IEnumerable<(long Pair, OrderReading Reading)> ordered)
    {
        var (pair, together) = (0L, new List<OrderReading>());
        foreach (var (of, reading) in ordered)
        {
            if (of != pair && together.Count > 0)
            {
                yield return (pair, together);
                together = [];
            }
            pair = of;
            together.Add(reading);
        }
        if (together.Count > 0) yield return (pair, together);
    }

    private static SeenPair With(SeenPair pair, IReadOnlyList<OrderReading> readings)
    {
        var done = readings.Where(reading => reading.Verdict is not null).ToList();
        // One round is measured, since what the position does is the difference of two orders asked alike: the first with a verdict in both, else round 0. All of them tell how steady it is.
        var measured = done.GroupBy(reading => reading.Round).Where(round => round.DistinctBy(reading => reading.Order).Count() == 2).Select(round => (int?)round.Key).Min() ?? 0;
        var (one, two) = (Measured(AskedOrder.FirstAsA), Measured(AskedOrder.SecondAsA));
        List<OrderReading> both = [.. new[] { one, two }.OfType<OrderReading>()];
        var twos = new[] { AskedOrder.FirstAsA, AskedOrder.SecondAsA }.SelectMany(order => Twos([.. done.Where(reading => reading.Order == order).Select(reading => reading.Sign!.Value)])).ToList();
        return pair with
        {
            LetterOne = one is null ? null : LetterOf(one),
            LetterTwo = two is null ? null : LetterOf(two),
            LogOddsOne = one?.LogOddsOfA,
            LogOddsTwo = two?.LogOddsOfA,
            MassOne = one?.Mass,
            MassTwo = two?.Mass,
            Bounded = both.Count(reading => reading.IsBoundedA || reading.IsBoundedB),
            ForA = both.Count(reading => reading.Verdict == Verdict.A),
            ForB = both.Count(reading => reading.Verdict == Verdict.B),
            Ties = both.Count(reading => reading.Verdict == Verdict.Tie),
            Steady = twos.Count > 0 ? twos.Average(alike => alike ? 1.0 : 0.0) : null,
        };

        OrderReading? Measured(AskedOrder order) => done.Find(reading => reading.Round == measured && reading.Order == order);
    }

    private static int LetterOf(OrderReading reading) => reading.Verdict switch { Verdict.A => 1, Verdict.B => -1, _ => 0 };

    private static IEnumerable<bool> Twos(IReadOnlyList<int> signs) => signs.SelectMany((sign, i) => signs.Skip(i + 1).Select(other => sign == other));

    private static int IsOwn(string? writer, string[] own) => writer is not null && own.Contains(writer, StringComparer.OrdinalIgnoreCase) ? 1 : 0;

    private SeenPair Pair(int place) => new()
    {
        Query = texts[place].Query,
        WordsFirst = texts[place].WordsFirst,
        WordsSecond = texts[place].WordsSecond,
        WriterFirst = -1,
        WriterSecond = -1,
        Others = everyone.Of(place),
        People = people.Of(place),
    };

    private int NumberOf(string? writer)
    {
        if (writer is null) return -1;
        if (!writers.TryGetValue(writer, out var number)) writers.Add(writer, number = writers.Count);
        return number;
    }

    private void ReadPairs(JudgesRequest request, CancellationToken cancellation)
    {
        var taken = pairs.Pairs().ToList();
        if (request.MostPairs is { } most && taken.Count > most)
        {
            Sample = (most, taken.Count);
            var all = taken.ToDictionary(pair => pair.Pair);
            taken = TakenByChance(taken, most, request.Seed);
            // After those that chance took, so that their places tell which they are.
            taken.AddRange(PairsOfFew(most / JudgesRequest.FewOf).Except(taken.Select(pair => pair.Pair)).Select(pair => all[pair]));
        }
        var words = new Dictionary<long, int>();
        foreach (var response in Sample is null ? pairs.Responses() : pairs.Responses([.. taken.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()]))
        {
            cancellation.ThrowIfCancellationRequested();
            words.Add(response.Id, WordCount.Of(response.Text));
        }
        var queries = new Dictionary<long, int>();
        foreach (var (pair, query, first, second) in taken)
        {
            if (!queries.TryGetValue(query, out var number)) queries.Add(query, number = queries.Count);
            places.Add(pair, texts.Count);
            texts.Add((number, words[first], words[second]));
        }
        Queries = queries.Count;
    }

    private bool IsMeasured(string judge, int place) => Sample is not { Taken: var taken } || place < taken || whole.Contains(judge);

    private IEnumerable<long> PairsOfFew(int most)
    {
        var counts = reader.Judges().ToDictionary(judge => judge.Judge, judge => judge.Pairs, StringComparer.Ordinal);
        foreach (var judge in counts.Keys.Union(descriptions.Keys, StringComparer.Ordinal))
        {
            if (counts.GetValueOrDefault(judge) > most || pairs.PairsOf(judge) is not { } own || own.Count > most) continue;
            whole.Add(judge);
            foreach (var pair in own) yield return pair;
        }
    }

    // Every set of so many pairs is equally likely: a pair is taken with the share of those still wanted among those still to come (Fan, Muller and Rezucha 1962).
    private static List<(long Pair, long Query, long First, long Second)> TakenByChance(List<(long Pair, long Query, long First, long Second)> all, int most, ulong seed)
    {
        // A stream of its own: the bootstrap begins with the seed itself.
        var random = new SplitMix(seed ^ 0x7A6B5C4D3E2F1908);
        var taken = new List<(long, long, long, long)>(most);
        for (var i = 0; i < all.Count && taken.Count < most; i++)
            if (random.Below(all.Count - i) < most - taken.Count) taken.Add(all[i]);
        return taken;
    }

    /// <summary>How judges together stand to every pair: their number, and how many of them are for its first response, a tie being half.</summary>
    private sealed class Standing(int count)
    {
        private readonly (int Judges, double First)[] of = new (int, double)[count];

        public void Add(int place, int sign) => of[place] = (of[place].Judges + 1, of[place].First + ((sign + 1) / 2.0));

        public double? Of(int place) => of[place].Judges == 0 ? null : of[place].First / of[place].Judges;

        public double? Without(int place, int sign) => of[place].Judges <= 1 ? null : (of[place].First - ((sign + 1) / 2.0)) / (of[place].Judges - 1);
    }
}
