using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Dissecting;
using Prefdissect.Properties;
using Property = Prefdissect.Properties.Property;

namespace Prefdissect.Tests.Dissecting;

public class DesignTests
{
    private static readonly Property[] Two = [PublishedProperties.Of("polite"), PublishedProperties.Of("clear")];
    private static readonly Property[] WithErrors = [PublishedProperties.Of("polite"), PublishedProperties.Of("no severe errors")];

    private static readonly Gen<Rating> Ratings = Gen.Frequency((9, Gen.Choose(0, 3).Select(value => Rating.Of(value))), (1, Gen.Constant(Rating.NotMeasured)));

    private static readonly Gen<(RatedPair Rated, VoteCounts Votes)[]> Studies =
        from count in Gen.Choose(1, 40)
        from pairs in Gen.ArrayOf(
            from first in Gen.ArrayOf(Ratings, 2)
            from second in Gen.ArrayOf(Ratings, 2)
            from wins in Gen.Choose(0, 3)
            from losses in Gen.Choose(0, 2)
            from ties in Gen.Choose(0, 2)
            from equal in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (first, second, votes: new VoteCounts(wins, losses, ties), equal), count)
        select pairs.Select((pair, i) => (PlantedVotes.Rated(i, pair.first, pair.second, pair.equal), pair.votes)).ToArray();

    [Fact]
    public void Swapping_the_responses_negates_every_feature_and_exchanges_the_wins() =>
        Prop.ForAll(Studies.ToArbitrary(), Gen.Elements(TieRule.Drop, TieRule.Half).ToArbitrary(), (study, ties) =>
        {
            var forth = Build(Two, study, ties);
            var back = Build(Two, study.Select(pair => (pair.Rated with { First = pair.Rated.Second, Second = pair.Rated.First }, pair.Votes.Exchanged())), ties);
            return forth.Rows == back.Rows && forth.Columns == back.Columns && Enumerable.Range(0, forth.Rows).All(row =>
                forth.Pair(row) == back.Pair(row) && forth.FirstWins(row) == back.SecondWins(row) && forth.SecondWins(row) == back.FirstWins(row)
                && forth.Features(row).ToArray().Select(x => -x).SequenceEqual(back.Features(row).ToArray().Select(x => (int)x)));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_order_of_pairs_does_not_change_the_hash() =>
        Prop.ForAll((from study in Studies from shuffled in Gen.Shuffle(study) select (study, shuffled)).ToArbitrary(),
            drawn => Build(Two, drawn.study).DataHash == Build(Two, drawn.shuffled).DataHash).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_judged_pair_and_vote_is_accounted_for() =>
        Prop.ForAll(Studies.ToArbitrary(), Gen.Elements(TieRule.Drop, TieRule.Half).ToArbitrary(), (study, ties) =>
        {
            var design = Build(Two, study, ties);
            var report = design.Report;
            var wins = Enumerable.Range(0, design.Rows).Sum(row => design.FirstWins(row) + design.SecondWins(row));
            return report.JudgedPairs == study.Count(pair => pair.Votes.Total > 0)
                && report.Votes == study.Sum(pair => pair.Votes.Total)
                && report.JudgedPairs == report.EqualResponses + report.OnlyTies + report.ErrorsNotApplicable + report.EligiblePairs
                && report.EligiblePairs == report.IncompleteRatings + report.Pairs
                && design.Rows == report.Pairs && wins == report.UsedVotes
                && report.Properties.Count == 2 && design.Columns == report.Properties.Count(use => use.Status == PropertyStatus.Fitted);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Repeated_votes_count_and_ties_are_dropped()
    {
        var design = Design.Build(Two, [new(PlantedVotes.Compared(Two, 1, 1, -1), new VoteCounts(3, 1, 2))]);
        (design.Rows, design.FirstWins(0), design.SecondWins(0)).ShouldBe((1, 3, 1));
        design.Features(0).ToArray().ShouldBe([1, -1]);
        (design.Report.Votes, design.Report.Ties, design.Report.UsedVotes).ShouldBe((6, 2, 4));
    }

    [Fact]
    public void A_tie_counts_half_each_way_where_asked()
    {
        JudgedPair[] judged = [new(PlantedVotes.Compared(Two, 1, 1, -1), new VoteCounts(3, 1, 1)), new(PlantedVotes.Compared(Two, 2, 1, 0), new VoteCounts(0, 0, 1))];
        var design = Design.Build(Two, judged, TieRule.Half);
        Enumerable.Range(0, 2).Select(row => (design.FirstWins(row), design.SecondWins(row))).ShouldBe([(3.5, 1.5), (0.5, 0.5)], ignoreOrder: true);
        (design.Report.OnlyTies, design.Report.UsedVotes).ShouldBe((0, 6));
    }

    [Fact]
    public void A_pair_that_was_only_tied_is_left_out_and_counted()
    {
        JudgedPair[] judged = [new(PlantedVotes.Compared(Two, 1, 1, -1), new VoteCounts(0, 0, 4)), new(PlantedVotes.Compared(Two, 2, 1, 1), new VoteCounts(1, 0, 0))];
        var design = Design.Build(Two, judged);
        (design.Rows, design.Report.OnlyTies).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(20, 4, PropertyStatus.Fitted, 16)]
    [InlineData(20, 5, PropertyStatus.TooSeldomMeasured, 20)]
    [InlineData(20, 20, PropertyStatus.NotMeasured, 20)]
    [InlineData(5, 1, PropertyStatus.Fitted, 4)]
    [InlineData(35, 7, PropertyStatus.Fitted, 28)]
    public void A_property_is_fitted_where_it_is_measured_on_four_of_five_pairs(int pairs, int missing, PropertyStatus expected, int rows)
    {
        var study = Enumerable.Range(0, pairs).Select(i =>
            (PlantedVotes.Rated(i, [Rating.Of(2), i < missing ? Rating.Failed : Rating.Of(3)], [Rating.Of(1), Rating.Of(0)]), new VoteCounts(1, 0, 0)));
        var design = Build(Two, study);
        var use = design.Report.Properties[1];
        (use.Status, use.Measured, use.Eligible, design.Rows).ShouldBe((expected, pairs - missing, pairs, rows));
        (use.Reason is null).ShouldBe(expected == PropertyStatus.Fitted);
    }

    [Fact]
    public void Pairs_whose_errors_are_not_applicable_are_left_out_before_shares_are_taken()
    {
        // Three of four pairs have no errors to tell; of what is left, errors are measured on all.
        var study = Enumerable.Range(0, 40).Select(i => (PlantedVotes.Rated(
            i, [Rating.Of(2), i < 30 ? Rating.NotApplicable : Rating.Of(1)], [Rating.Of(1), i < 20 ? Rating.NotApplicable : Rating.Of(0)]), new VoteCounts(1, 0, 0)));
        var design = Build(WithErrors, study);
        (design.Report.ErrorsNotApplicable, design.Report.EligiblePairs, design.Rows).ShouldBe((30, 10, 10));
        design.Properties.ShouldBe(WithErrors);
        design.Features(0).ToArray().ShouldBe([1, -1]);
    }

    [Fact]
    public void Errors_that_an_annotator_does_not_measure_keep_every_pair()
    {
        var study = Enumerable.Range(0, 10).Select(i =>
            (PlantedVotes.Rated(i, [Rating.Of(2), Rating.NotMeasured], [Rating.Of(1), Rating.NotMeasured]), new VoteCounts(1, 0, 0)));
        var design = Build(WithErrors, study);
        design.Rows.ShouldBe(10);
        design.Properties.ShouldBe([WithErrors[0]]);
        design.Report.Properties[1].Status.ShouldBe(PropertyStatus.NotMeasured);
    }

    [Fact]
    public void A_property_that_is_equal_in_every_pair_is_named_and_not_fitted()
    {
        var design = Design.Build(Two, Enumerable.Range(0, 10).Select(i => new JudgedPair(PlantedVotes.Compared(Two, i, 1, 0), new VoteCounts(1, 0, 0))));
        design.Properties.ShouldBe([Two[0]], "which response comes first is arbitrary, so a column of ones does vary");
        (design.Report.Properties[1].Status, design.Report.Properties[1].Reason).ShouldBe((PropertyStatus.DoesNotVary, "equal in every pair"));
    }

    [Fact]
    public void Equal_responses_are_left_out_and_counted()
    {
        var equal = PlantedVotes.Rated(1, [Rating.Of(1), Rating.Of(1)], [Rating.Of(1), Rating.Of(1)], equal: true);
        var design = Build(Two, [(equal, new VoteCounts(2, 0, 0))]);
        design.Report.EqualResponses.ShouldBe(1);
        design.Obstacle!.ShouldContain("1 have equal responses");
    }

    [Fact]
    public void Each_obstacle_is_told()
    {
        Design.Build(Two, []).Obstacle!.ShouldContain("no votes");
        Design.Build(Two, [new(PlantedVotes.Compared(Two, 1, 0, 0), new VoteCounts(1, 0, 0))]).Obstacle!.ShouldContain("polite, clear (equal in every pair)");
        Design.Build(Two, [new(PlantedVotes.Compared(Two, 1, 1, 0), new VoteCounts(1, 0, 0))]).Obstacle.ShouldBeNull();
        // Each property is missing on one fifth of the pairs: both are kept, and together they leave nothing.
        var five = Enumerable.Range(0, 5).Select(i => (PlantedVotes.Rated(i, Fives(i, 3), Fives(i, 1)), new VoteCounts(1, 0, 0)));
        Build([.. PublishedProperties.All.Take(5)], five).Obstacle!.ShouldContain("None of 5 usable pairs");

        static IEnumerable<Rating> Fives(int missing, int value) => Enumerable.Range(0, 5).Select(p => p == missing ? Rating.NotMeasured : Rating.Of(value));
    }

    [Fact]
    public void Anything_that_a_fit_reads_changes_the_hash()
    {
        var votes = new VoteCounts(2, 1, 1);
        var hash = Of(Two, 1, 1, -1, votes, TieRule.Drop);
        new[]
        {
            Of(Two, 2, 1, -1, votes, TieRule.Drop), Of(Two, 1, -1, -1, votes, TieRule.Drop), Of(Two, 1, 1, -1, new VoteCounts(1, 2, 1), TieRule.Drop),
            Of(Two, 1, 1, -1, votes, TieRule.Half), Of([Two[1], Two[0]], 1, 1, -1, votes, TieRule.Drop),
        }.ShouldAllBe(other => other != hash);
        Of(Two, 1, 1, -1, votes with { Ties = 0 }, TieRule.Drop).ShouldBe(hash, "dropped ties are not read");

        static Prefdissect.Pairs.ContentHash Of(Property[] properties, int number, int x, int y, VoteCounts votes, TieRule ties) =>
            Design.Build(properties, [new(PlantedVotes.Compared(properties, number, x, y), votes)], ties).DataHash;
    }

    [Fact]
    public void Input_that_cannot_be_is_refused()
    {
        var pair = PlantedVotes.Compared(Two, 1, 1, 0);
        Should.Throw<ArgumentException>(() => Design.Build(Two, [new(pair, new VoteCounts(1, 0, 0)), new(pair, new VoteCounts(1, 0, 0))])).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => Design.Build(Two, [new(pair, new VoteCounts(-1, 0, 0))])).Message.ShouldContain("negative");
        Should.Throw<ArgumentException>(() => Design.Build([Two[0]], [new(pair, new VoteCounts(1, 0, 0))])).Message.ShouldContain("2 properties, not 1");
        Should.Throw<ArgumentException>(() => ComparedPair.Of(Two, PlantedVotes.Rated(1, [Rating.Of(1)], [Rating.Of(1), Rating.Of(2)]))).Message.ShouldContain("1 and 2");
    }

    private static Design Build(IReadOnlyList<Property> properties, IEnumerable<(RatedPair Rated, VoteCounts Votes)> study, TieRule ties = TieRule.Drop) =>
        Design.Build(properties, study.Select(pair => new JudgedPair(ComparedPair.Of(properties, pair.Rated), pair.Votes)), ties);
}
