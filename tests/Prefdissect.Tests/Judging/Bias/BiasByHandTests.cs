using Prefdissect.Judging;
using Prefdissect.Judging.Bias;

namespace Prefdissect.Tests.Judging.Bias;

public sealed class BiasByHandTests
{
    // Verdicts in both orders: A and A, A and B, B and A, B and B, a tie and A, both ties, and one order only.
    private static readonly IReadOnlyList<SeenPair> Seen =
    [
        Pair(0, 1, 1, 2.0, 1.0), Pair(1, 1, -1, 3.0, -3.0), Pair(2, -1, 1, -1.0, 2.0), Pair(3, -1, -1, -0.5, -1.5), Pair(4, 0, 1, 0.0, 1.0), Pair(5, 0, 0, 0.0, 0.0),
        Pair(6, 1, null, 4.0, null),
    ];

    [Fact]
    public void The_share_of_A_counts_a_tie_as_half_and_every_order_once()
    {
        // A: 2 + 1 + 1 + 0 + 1½ + 1 + 1 of 13 verdicts.
        var figure = Measured(new PositionShare());
        figure.Mean!.Value.ShouldBe(7.5 / 13, 1e-12);
        figure.N.ShouldBe(13);
        (figure.Low, figure.High).ShouldBe((null, null));
        figure.Reason.ShouldBe("no interval: 7 queries are fewer than 10");
    }

    [Fact]
    public void The_shift_is_the_mean_of_half_sums_of_the_log_odds_of_A() => Told(new OrderShift(), (1.5 + 0 + 0.5 - 1.0 + 0.5 + 0) / 6, 6);

    [Fact]
    public void A_tie_in_one_order_alone_is_a_change_and_not_the_positions_doing()
    {
        Told(new FlipRate(), 3.0 / 6, 6);
        Told(new PositionAlone(), 2.0 / 6, 6);
    }

    [Fact]
    public void The_longer_response_wins_as_often_as_it_has_the_vote()
    {
        SeenPair[] pairs =
        [
            Voted(1) with { WordsFirst = 9, WordsSecond = 4 }, Voted(-1) with { WordsFirst = 9, WordsSecond = 4 }, Voted(-1) with { WordsFirst = 1, WordsSecond = 4 },
            Voted(0) with { WordsFirst = 9, WordsSecond = 4 }, Voted(1) with { WordsFirst = 4, WordsSecond = 4 },
        ];
        Told(new LongerWins(), 2.5 / 4, 4, pairs);
        Told(new TieShare(), 1.0 / 5, 5, pairs);
    }

    [Fact]
    public void Self_preference_is_what_others_do_not_see()
    {
        SeenPair[] pairs =
        [
            Voted(1) with { Own = 1, Others = 0.5 }, Voted(-1) with { Own = -1, Others = 0.25 }, Voted(-1) with { Own = 1, Others = 1 }, Voted(1) with { Own = 1 }, Voted(1) with { Others = 0 },
        ];
        Told(new OwnWins(), 3.0 / 4, 4, pairs);
        Told(new OwnByOthers(), (0.5 + 0.75 + 1) / 3, 3, pairs);
        Told(new SelfPreference(), (0.5 + 0.25 - 1) / 3, 3, pairs);
    }

    [Fact]
    public void Labels_bounds_and_repeats_are_counted()
    {
        SeenPair[] pairs =
        [
            Voted(1) with { ForA = 2, ForB = 1, Ties = 1, LogOddsOne = 1, LogOddsTwo = 1, Bounded = 1, Steady = 0.5 }, Voted(1) with { ForB = 4, LogOddsOne = 1, Steady = 1 },
        ];
        Told(new LabelShare(), 2.5 / 8, 8, pairs);
        Told(new BoundedShare(), 1.0 / 3, 3, pairs);
        Told(new Steadiness(), 0.75, 2, pairs);
    }

    [Fact]
    public void Agreement_of_two_judges_is_that_of_their_table()
    {
        // Rows second, tie, first by the one; columns by the other: 5 1 0 / 0 2 1 / 1 0 10.
        (int One, int Other, int Times)[] table = [(-1, -1, 5), (-1, 0, 1), (0, 0, 2), (0, 1, 1), (1, -1, 1), (1, 1, 10)];
        var pairs = table.SelectMany(cell => Enumerable.Repeat(cell, cell.Times)).Select((cell, i) => new JudgedTwice(i, cell.One, cell.Other)).ToList();
        var agreement = JudgeAgreement.Of("other", false, pairs, pairs.Count, 1);
        agreement.Alike.Mean!.Value.ShouldBe(17.0 / 20, 1e-12);
        var chance = ((6 * 6.0) + (3 * 3) + (11 * 11)) / 400;
        agreement.Kappa.Mean!.Value.ShouldBe((0.85 - chance) / (1 - chance), 1e-12);
        agreement.Alpha.Mean!.Value.ShouldBe(AlphaByHand(pairs), 1e-12);
        foreach (var figure in new[] { agreement.Alike, agreement.Kappa, agreement.Alpha })
        {
            figure.N.ShouldBe(20);
            figure.Low!.Value.ShouldBeLessThan(figure.Mean!.Value);
            figure.High!.Value.ShouldBeGreaterThan(figure.Mean!.Value);
        }
    }

    [Fact]
    public void Judges_that_always_say_the_same_have_no_agreement_beyond_chance()
    {
        var agreement = JudgeAgreement.Of("other", true, [.. Enumerable.Range(0, 30).Select(i => new JudgedTwice(i, 1, 1))], 30, 1);
        agreement.Alike.Mean.ShouldBe(1);
        agreement.Kappa.Mean.ShouldBeNull();
        agreement.Kappa.Reason.ShouldNotBeNull();
    }

    [Fact]
    public void Calibration_compares_confidence_and_agreement()
    {
        var z = Math.Log(3);   // a probability of ¾
        SeenPair[] pairs =
        [
            .. Enumerable.Range(0, 8).Select(i => Voted(1) with { Query = i, Margin = i % 2 == 0 ? z : -z, People = i % 2 == 0 ? (i < 4 ? 1 : 0) : (i < 4 ? 0 : 1) }),
            .. Enumerable.Range(8, 4).Select(i => Voted(1) with { Query = i, Margin = z, People = 1 }),
        ];
        // People agree in 8 of 12, the judge says 9 of 12.
        Told(new CalibrationError(), Math.Abs(0.75 - (8.0 / 12)), 12, pairs);
        Told(new BrierScore(), ((8 * 0.0625) + (4 * 0.5625)) / 12, 12, pairs);
        // σ(slope · ln 3) = ⅔.
        CalibrationSlope.Of(pairs).Mean!.Value.ShouldBe(Math.Log(2) / z, 1e-9);
        var bins = CalibrationError.BinsOf(pairs);
        bins.Sum(bin => bin.N).ShouldBe(12);
        var bin = bins.Single(bin => bin.N > 0);
        (bin.Least, bin.Most).ShouldBe((0.7, 0.8));
        bin.Confidence!.Value.ShouldBe(0.75, 1e-12);
        bin.Agreement!.Value.ShouldBe(8.0 / 12, 1e-12);
    }

    [Fact]
    public void A_calibrated_judge_has_the_slope_1_and_an_overconfident_one_less()
    {
        var random = new Random(5);
        var pairs = Enumerable.Range(0, 4000).Select(i =>
        {
            var z = (random.NextDouble() * 4) - 2;
            return Voted(1) with { Query = i, Margin = z, People = random.NextDouble() < 1 / (1 + Math.Exp(-z)) ? 1 : 0 };
        }).ToList();
        var calibrated = CalibrationSlope.Of(pairs);
        (calibrated.Low < 1 && 1 < calibrated.High).ShouldBeTrue($"{calibrated}");
        var sure = CalibrationSlope.Of([.. pairs.Select(pair => pair with { Margin = 20 * pair.Margin })]);
        sure.Mean!.Value.ShouldBe(calibrated.Mean!.Value / 20, 1e-6);
        CalibrationSlope.Of([.. pairs.Select(pair => pair with { Margin = -pair.Margin })]).Mean!.Value.ShouldBe(-calibrated.Mean!.Value, 1e-6);
    }

    [Fact]
    public void A_slope_without_an_end_is_said_to_have_none()
    {
        var pairs = Enumerable.Range(0, 20).Select(i => Voted(1) with { Query = i, Margin = i - 9.5, People = i > 9 ? 1 : 0 }).ToList();
        CalibrationSlope.Of(pairs).Mean.ShouldBeNull();
        CalibrationSlope.Of([.. pairs.Select(pair => pair with { People = 1 - pair.People })]).Mean.ShouldBeNull();
        CalibrationSlope.Of([.. pairs.Select(pair => pair with { Margin = 0 })]).Mean.ShouldBeNull();
    }

    [Fact]
    public void The_shift_of_random_orders_is_the_mean_of_the_log_odds_of_A()
    {
        var pairs = Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? Voted(1) with { Query = i, LogOddsOne = i } : Voted(1) with { Query = i, LogOddsTwo = -i }).ToList();
        RandomOrderShift.Plain(pairs).Mean!.Value.ShouldBe(Enumerable.Range(0, 40).Average(i => i % 3 == 0 ? i : -i), 1e-9);
        RandomOrderShift.Plain([.. pairs.Where(pair => pair.LogOddsOne is not null)]).Mean.ShouldBeNull();
        RandomOrderShift.Adjusted([.. Seen.Take(6)]).Reason.ShouldBe("no pair has log-probabilities in exactly one order");
    }

    [Fact]
    public void Without_anything_every_measure_says_why()
    {
        foreach (var pairs in new IReadOnlyList<SeenPair>[] { [], [Voted(1)], [Pair(0, 1, 1, 30, 30)] })
        {
            var bias = JudgeBias.Of(new JudgeDescription("j", JudgeKind.Chat), pairs, 1, 1);
            foreach (var property in typeof(JudgeBias).GetProperties().Where(property => property.PropertyType == typeof(BiasFigure)))
            {
                var figure = (BiasFigure)property.GetValue(bias)!;
                figure.Reason.ShouldNotBeNullOrEmpty(property.Name);
                (figure.N == 0).ShouldBe(figure.Mean is null, property.Name);
                figure.Low.ShouldBeNull(property.Name);
            }
        }
    }

    private static double AlphaByHand(List<JudgedTwice> pairs)
    {
        // Ordered levels: −1, 0, 1; the distance of two is the number of verdicts from the one to the other, the ends by half.
        var verdicts = pairs.SelectMany(pair => new[] { pair.One, pair.Other }).ToList();
        double Count(int level) => verdicts.Count(verdict => verdict == level);
        double Distance(int a, int b) => a == b ? 0 : Math.Pow(Enumerable.Range(Math.Min(a, b), Math.Abs(a - b) + 1).Sum(Count) - ((Count(a) + Count(b)) / 2), 2);
        var observed = pairs.Average(pair => Distance(pair.One, pair.Other));
        var expected = 0.0;
        for (var i = 0; i < verdicts.Count; i++)
            for (var j = 0; j < verdicts.Count; j++) expected += i == j ? 0 : Distance(verdicts[i], verdicts[j]);
        return 1 - (observed / (expected / (verdicts.Count * (verdicts.Count - 1.0))));
    }

    private static SeenPair Pair(int query, int? one, int? two, double? oddsOne, double? oddsTwo) => new()
    {
        Query = query,
        LetterOne = one,
        LetterTwo = two,
        LogOddsOne = oddsOne,
        LogOddsTwo = oddsTwo,
        WriterFirst = -1,
        WriterSecond = -1,
    };

    private static SeenPair Voted(int sign) => new() { Query = 0, Sign = sign, WriterFirst = -1, WriterSecond = -1 };

    private static BiasFigure Measured(IPairMeasure<SeenPair> measure, IReadOnlyList<SeenPair>? pairs = null) =>
        QueryBootstrap.Of(pairs ?? Seen, pair => pair.Query, (pairs ?? Seen).Max(pair => pair.Query) + 1, measure, 1);

    private static void Told(IPairMeasure<SeenPair> measure, double mean, long n, IReadOnlyList<SeenPair>? pairs = null)
    {
        var figure = Measured(measure, pairs);
        figure.Mean!.Value.ShouldBe(mean, 1e-12);
        figure.N.ShouldBe(n);
    }
}
