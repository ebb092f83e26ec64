using Prefdissect.Judging.Bias;

namespace Prefdissect.Tests.Judging.Bias;

public sealed class PlantedBiasTests
{
    private const int Count = 360;
    private const int Seeds = 60;

    // Of 60 intervals that hold the truth with 95 %, fewer than 52 do with a probability of 3 in 1,000.
    private const int FewestOf60 = 52;

    private static readonly PlantedJudge Judge = new(Shift: 0.8, Length: 0.9, Other: -0.6);

    [Fact]
    public void The_planted_shift_is_in_its_interval_as_often_as_it_should_be() => Covered(new OrderShift(), 0.8);

    [Fact]
    public void The_share_of_A_that_the_shift_makes_is_in_its_interval() => Covered(new PositionShare(), Judge.ExpectedShareOfA(Count));

    [Fact]
    public void The_verdicts_that_the_shift_turns_are_counted()
    {
        Covered(new FlipRate(), Judge.ExpectedFlips(Count));
        Covered(new PositionAlone(), Judge.ExpectedFlips(Count));
    }

    [Fact]
    public void The_planted_taste_for_length_shows_in_what_wins() => Covered(new LongerWins(), Judge.ExpectedLongerWins(Count));

    [Fact]
    public void A_judge_without_biases_has_none()
    {
        var fair = new PlantedJudge(0, 0, 1.2);
        Covered(new PositionShare(), 0.5, fair);
        Covered(new OrderShift(), 0, fair);
        Covered(new LongerWins(), 0.5, fair);
    }

    [Fact]
    public void Orders_drawn_at_random_tell_the_shift_too()
    {
        var (plain, adjusted) = (0, 0);
        double plainWidth = 0, adjustedWidth = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(1000 + seed);
            // The first response is by a far better writer in one of two pairs and by a far worse one in the others.
            var pairs = Judge.See(Count, seed).Select((pair, i) =>
            {
                var gap = i / 9 % 2 == 0 ? 6 : -6;
                var asked = pair with { LogOddsOne = pair.LogOddsOne + gap, LogOddsTwo = pair.LogOddsTwo - gap, WriterFirst = gap > 0 ? 0 : 1, WriterSecond = gap > 0 ? 1 : 0 };
                return random.Next(2) == 0 ? asked with { LogOddsOne = null, LetterOne = null } : asked with { LogOddsTwo = null, LetterTwo = null };
            }).ToList();
            var (one, other) = (RandomOrderShift.Plain(pairs), RandomOrderShift.Adjusted(pairs));
            plain += Holds(one, 0.8) ? 1 : 0;
            adjusted += Holds(other, 0.8) ? 1 : 0;
            (plainWidth, adjustedWidth) = (plainWidth + one.High!.Value - one.Low!.Value, adjustedWidth + other.High!.Value - other.Low!.Value);
        }
        plain.ShouldBeGreaterThanOrEqualTo(FewestOf60);
        adjusted.ShouldBeGreaterThanOrEqualTo(FewestOf60);
        adjustedWidth.ShouldBeLessThan(plainWidth / 2);
    }

    private static void Covered(IPairMeasure<SeenPair> measure, double truth, PlantedJudge? judge = null)
    {
        var covered = Enumerable.Range(0, Seeds).Count(seed =>
            Holds(QueryBootstrap.Of((judge ?? Judge).See(Count, seed), pair => pair.Query, Count / 3, measure, (ulong)seed), truth));
        covered.ShouldBeGreaterThanOrEqualTo(FewestOf60, measure.GetType().Name);
    }

    private static bool Holds(BiasFigure figure, double truth) => figure.Low <= truth && truth <= figure.High;
}
