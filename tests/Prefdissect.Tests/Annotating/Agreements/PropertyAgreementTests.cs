using Prefdissect.Annotating;
using Prefdissect.Annotating.Agreements;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Annotating.Agreements;

public class PropertyAgreementTests
{
    private static readonly Property Polite = PublishedProperties.Of("polite");

    [Fact]
    public void Shares_and_kappa_are_those_counted_by_hand()
    {
        var agreement = PropertyAgreement.Of(Polite, Rated((0, 0), (1, 1), (2, 3), (0, 2), (3, 3)), 1);
        (agreement.Exact.Value, agreement.WithinOne.Value, agreement.Exact.Count).ShouldBe((0.6, 0.8, 5));
        var table = new long[4, 4];
        foreach (var (a, b) in new[] { (0, 0), (1, 1), (2, 3), (0, 2), (3, 3) }) table[a, b]++;
        agreement.Kappa.Value.ShouldNotBeNull().ShouldBe(WeightedKappa.Of(table)!.Value, 1e-12);
        agreement.Exact.Low.ShouldBeNull();
        agreement.Exact.Reason.ShouldBe("no interval: 3 pairs are fewer than 10");
    }

    [Fact]
    public void Perfect_agreement_is_one_everywhere_and_none_is_about_zero()
    {
        var random = new Random(3);
        var same = PropertyAgreement.Of(Polite, Rated([.. Enumerable.Range(0, 200).Select(i => (i % 4, i % 4))]), 1);
        foreach (var figure in new[] { same.Applies, same.Exact, same.WithinOne, same.Kappa, same.Alpha })
        {
            foreach (var number in new[] { figure.Value, figure.Low, figure.High }) number.ShouldNotBeNull().ShouldBe(1, 1e-12);
        }
        var chance = PropertyAgreement.Of(Polite, Rated([.. Enumerable.Range(0, 4000).Select(_ => (random.Next(4), random.Next(4)))]), 1);
        chance.Kappa.Value!.Value.ShouldBe(0, 0.05);
        chance.Alpha.Value!.Value.ShouldBe(0, 0.05);
        chance.Exact.Value!.Value.ShouldBe(0.25, 0.03);
        chance.Kappa.Low!.Value.ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Intervals_cover_the_truth_about_as_often_as_they_say()
    {
        // A rater that repeats the other's level with probability 0.7 and is at random else agrees exactly in 0.7 + 0.3/4.
        const double truth = 0.775;
        var covered = Enumerable.Range(0, 100).Count(run =>
        {
            var random = new Random(run);
            var rated = Enumerable.Range(0, 300).Select(_ => random.Next(4)).Select(one => (one, random.NextDouble() < 0.7 ? one : random.Next(4))).ToArray();
            var exact = PropertyAgreement.Of(Polite, Rated(rated), (ulong)run).Exact;
            return exact.Low <= truth && truth <= exact.High;
        });
        covered.ShouldBeInRange(87, 100);
    }

    [Fact]
    public void Responses_of_a_pair_are_resampled_together()
    {
        // Both responses of a pair always agree or disagree together: the interval is that of pairs, √2 wider than of so many single responses.
        var random = new Random(5);
        var rated = Enumerable.Range(0, 400).SelectMany(_ => Enumerable.Repeat((1, random.Next(2) + 1), 2)).ToArray();
        var together = PropertyAgreement.Of(Polite, Rated(rated), 1).Exact;
        var apart = PropertyAgreement.Of(Polite, [.. rated.Select((of, i) => Response(i, of))], 1).Exact;
        ((together.High - together.Low) / (apart.High - apart.Low)).ShouldNotBeNull().ShouldBe(Math.Sqrt(2), 0.15);
        PropertyAgreement.Of(Polite, Rated(rated), 1).Exact.ShouldBe(together);
    }

    [Fact]
    public void Whether_a_property_applies_is_agreed_on_apart()
    {
        Rating[] states = [Rating.Of(1), Rating.NotApplicable, Rating.Failed, Rating.NotMeasured];
        var agreement = PropertyAgreement.Of(Polite, [.. states.SelectMany(one => states.Select(other => new RatedResponse(0, [one, other])))], 1);
        (agreement.Applies.Value, agreement.Applies.Count).ShouldBe((0.5, 4));
        (agreement.Exact.Value, agreement.Exact.Count).ShouldBe((1, 1));
        agreement.Kappa.Value.ShouldBeNull();
        agreement.Kappa.Reason.ShouldBe("all ratings are the same, so that chance cannot be told");
    }

    [Fact]
    public void Three_repeats_are_compared_two_by_two()
    {
        RatedResponse[] responses = [.. Enumerable.Range(0, 40).Select(i => new RatedResponse(i, [Rating.Of(i % 4), Rating.Of(i % 4), Rating.Of((i + (i % 5 == 0 ? 1 : 0)) % 4)]))];
        var all = PropertyAgreement.Of(Polite, responses, 1);
        var twos = new[] { (0, 1), (0, 2), (1, 2) }
            .Select(two => PropertyAgreement.Of(Polite, [.. responses.Select(of => of with { Ratings = [of.Ratings[two.Item1], of.Ratings[two.Item2]] })], 1)).ToList();
        all.Exact.Value!.Value.ShouldBe(twos.Average(two => two.Exact.Value!.Value), 1e-12);
        all.Kappa.Value!.Value.ShouldBe(twos.Average(two => two.Kappa.Value!.Value), 1e-12);
        all.Exact.Count.ShouldBe(40);
    }

    [Fact]
    public void Stances_and_means_and_counts_of_errors_have_their_own_levels()
    {
        PropertyAgreement.Of(PublishedProperties.Of("support stances"), Rated((-2, -2), (2, 2)), 1).Kappa.Value.ShouldBe(1);
        PropertyAgreement.Of(PublishedProperties.Of("no minor errors"), Rated((0, 0), (7, 7), (2, 3)), 1).Kappa.Value!.Value.ShouldBeInRange(0.9, 0.999);
        PropertyAgreement.Of(PublishedProperties.Of("lengthy"), Rated((100, 100)), 1).Exact.Reason.ShouldBe("words are counted, not judged");
        PropertyAgreement.Of(Polite, [], 1).Exact.Value.ShouldBeNull();
        Should.Throw<ArgumentException>(() => PropertyAgreement.Of(Polite, [new(0, [Rating.Of(1)])], 1));
    }

    private static RatedResponse[] Rated(params (int One, int Other)[] ratings) => [.. ratings.Select((of, i) => Response(i / 2, of))];

    private static RatedResponse Response(long pair, (int One, int Other) of) => new(pair, [Rating.Of(of.One), Rating.Of(of.Other)]);
}
