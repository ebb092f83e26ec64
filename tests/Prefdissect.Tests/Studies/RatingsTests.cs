using Prefdissect.Annotating;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>Ratings go into the study and come out as they were, state by state.</summary>
public sealed class RatingsTests : IDisposable
{
    private static readonly AnnotatorIdentity Someone = new("someone", "1");
    private static readonly Property[] Four = [.. new[] { "friendly", "polite", "clear", "lengthy" }.Select(PublishedProperties.Of)];

    private readonly StudyFolder folder = new();

    [Fact]
    public void Every_state_makes_the_round_trip()
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "a", "b", Verdict.A);
        var pair = StudyFolder.Import(study, [vote])[0];
        Rating[] first = [Rating.Of(2.5), Rating.NotApplicable, Rating.Failed, Rating.NotMeasured];
        Rating[] second = [Rating.Of(-0.25), Rating.Of(0), Rating.NotApplicable, Rating.Of(1234567)];
        Rate(study, Someone, writer =>
        {
            for (var p = 0; p < 4; p++)
            {
                writer.AddToPair(pair, PairSide.First, Four[p], first[p]);
                writer.AddToPair(pair, PairSide.Second, Four[p], second[p]);
            }
        });
        var reader = new RatingReader(study, Someone);
        reader.Properties.ShouldBe(Four);
        var (id, rated) = reader.Pairs().ShouldHaveSingleItem();
        id.ShouldBe(pair);
        (rated.Pair, rated.Query, rated.HasEqualResponses).ShouldBe((vote.Pair.Hash, vote.Query.Hash, false));
        rated.First.ShouldBe(first);
        rated.Second.ShouldBe(second);
    }

    [Fact]
    public void A_rating_of_a_response_holds_in_every_pair_it_stands_in()
    {
        using var study = folder.Open();
        var votes = new[] { StudyFolder.Vote("q", "x", "y", Verdict.A), StudyFolder.Vote("q2", "z", "x", Verdict.A), StudyFolder.Vote("q", "x", "x", Verdict.Tie) };
        StudyFolder.Import(study, votes);
        var x = new StudyReader(study).Unrated(Someone, 0, 10).Single(response => response.Text == "x");
        Rate(study, Someone, writer => writer.AddToResponse(x.Id, Four[0], Rating.Of(3)));
        foreach (var ((_, rated), vote) in new RatingReader(study, Someone).Pairs().Zip(votes))
        {
            rated.First[0].ShouldBe(vote.Pair.First.Text == "x" ? Rating.Of(3) : Rating.NotMeasured);
            rated.Second[0].ShouldBe(vote.Pair.Second.Text == "x" ? Rating.Of(3) : Rating.NotMeasured);
            rated.HasEqualResponses.ShouldBe(vote.A.Text == vote.B.Text);
        }
    }

    [Theory]
    [InlineData(RatingState.Measured, RatingState.Measured)]
    [InlineData(RatingState.NotApplicable, RatingState.NotApplicable)]
    [InlineData(RatingState.Failed, RatingState.Failed)]
    [InlineData(RatingState.NotMeasured, RatingState.Measured)]
    public void A_rating_of_a_side_goes_before_one_of_the_response(RatingState ofSide, RatingState shown)
    {
        using var study = folder.Open();
        var vote = StudyFolder.Vote("q", "x", "y", Verdict.A);
        var pair = StudyFolder.Import(study, [vote])[0];
        var first = new StudyReader(study).Unrated(Someone, 0, 10).Single(response => response.Text == vote.Pair.First.Text);
        var side = ofSide switch { RatingState.Measured => Rating.Of(1), RatingState.NotApplicable => Rating.NotApplicable, RatingState.Failed => Rating.Failed, _ => Rating.NotMeasured };
        Rate(study, Someone, writer =>
        {
            writer.AddToPair(pair, PairSide.First, Four[0], side);
            writer.AddToResponse(first.Id, Four[0], Rating.Of(3));
            writer.AddToResponse(first.Id, Four[1], Rating.Of(2));
        });
        var rated = new RatingReader(study, Someone).Pairs().Single().Pair;
        rated.First[0].State.ShouldBe(shown);
        if (ofSide == RatingState.Measured) rated.First[0].Value.ShouldBe(1);
        rated.First[1].ShouldBe(Rating.Of(2));
        rated.Second.ShouldAllBe(rating => rating == Rating.NotMeasured);
    }

    [Fact]
    public void A_rating_given_again_replaces_the_older_one()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "x", "x", Verdict.A)]);
        var x = new StudyReader(study).Unrated(Someone, 0, 10).Single().Id;
        foreach (var rating in new[] { Rating.Of(1), Rating.Failed, Rating.Of(2) }) Rate(study, Someone, writer => writer.AddToResponse(x, Four[0], rating));
        new RatingReader(study, Someone).Pairs().Single().Pair.First.ShouldBe([Rating.Of(2)]);
    }

    [Fact]
    public void Annotators_and_their_versions_are_kept_apart()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "x", "x", Verdict.A)]);
        var newer = Someone with { Version = "2" };
        var x = new StudyReader(study).Unrated(Someone, 0, 10).Single().Id;
        Rate(study, Someone, writer => writer.AddToResponse(x, Four[0], Rating.Of(1)));
        Rate(study, newer, writer => writer.AddToResponse(x, Four[1], Rating.Of(2)));
        new StudyReader(study).Annotators().ShouldBe([Someone, newer]);
        new RatingReader(study, Someone).Properties.ShouldBe([Four[0]]);
        new RatingReader(study, newer).Properties.ShouldBe([Four[1]]);
        new RatingReader(study, new AnnotatorIdentity("nobody", "1")).Properties.ShouldBeEmpty();
    }

    [Fact]
    public void A_property_of_an_annotators_own_comes_back_with_its_definition_after_the_published_ones()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "x", "y", Verdict.A)]);
        var responses = new StudyReader(study).Unrated(Someone, 0, 10);
        Rate(study, Someone, writer =>
        {
            foreach (var response in responses)
            {
                writer.AddToResponse(response.Id, Commas, Rating.Of(1));
                writer.AddToResponse(response.Id, Four[0], Rating.Of(2));
            }
        });
        var reader = new RatingReader(study, Someone);
        reader.Properties.ShouldBe([Four[0], Commas]);
        reader.Pairs().Single().Pair.First.ShouldBe([Rating.Of(2), Rating.Of(1)]);
        new StudyReader(study).Properties().Own.ShouldBe([Commas]);
    }

    [Fact]
    public void Ratings_by_two_definitions_are_not_mixed()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "x", "y", Verdict.A)]);
        var response = new StudyReader(study).Unrated(Someone, 0, 1).Single().Id;
        Rate(study, Someone, writer => writer.AddToResponse(response, Commas, Rating.Of(1)));
        Should.Throw<StudyException>(() => Rate(study, Someone with { Version = "2" }, writer => writer.AddToResponse(response, Commas with { Definition = "Uses few commas." }, Rating.Of(1))))
            .Message.ShouldContain("'commas'");
        Rate(study, Someone with { Version = "2" }, writer => writer.AddToResponse(response, Commas, Rating.Of(1)));
    }

    [Fact]
    public void Unrated_responses_come_in_order_and_each_once()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, Enumerable.Range(0, 25).Select(i => StudyFolder.Vote("q", $"a{i}", $"b{i}", Verdict.A)));
        var reader = new StudyReader(study);
        reader.CountUnrated(Someone).ShouldBe(50);
        var all = reader.Unrated(Someone, 0, 1000);
        all.Count.ShouldBe(50);
        Rate(study, Someone, writer =>
        {
            foreach (var response in all.Take(20)) writer.AddToResponse(response.Id, Four[0], Rating.NotMeasured);
        });
        reader.CountUnrated(Someone).ShouldBe(30);
        var (seen, after) = (new List<string>(), 0L);
        while (reader.Unrated(Someone, after, 7) is { Count: > 0 } batch)
        {
            seen.AddRange(batch.Select(response => response.Text));
            after = batch[^1].Id;
        }
        seen.ShouldBe(all.Skip(20).Select(response => response.Text));
    }

    public void Dispose() => folder.Dispose();

    private static Property Commas { get; } = new("number of commas", "commas", PropertyKind.Basic, ComparisonRule.MoreIsMore, "Uses many commas.") { Scale = new(0, ["none", "some"]), FullDifference = 1 };

    private static void Rate(Study study, AnnotatorIdentity annotator, Action<RatingWriter> rate)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Ratings(annotator)) rate(writer);
        write.Commit();
    }
}
