using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Tests.Simulating;

public class SimulatedStudyTests
{
    [Fact]
    public void The_same_options_give_the_same_pairs_and_votes()
    {
        var one = StudySimulator.Simulate(SimulatedStudies.Options(60)).Select(Print).ToArray();
        one.ShouldBe(StudySimulator.Simulate(SimulatedStudies.Options(60)).Select(Print).ToArray());
        one.ShouldNotBe(StudySimulator.Simulate(SimulatedStudies.Options(60, seed: 2)).Select(Print).ToArray());
    }

    [Fact]
    public void A_smaller_study_is_the_beginning_of_a_larger_one()
    {
        var small = StudySimulator.Simulate(SimulatedStudies.Options(40)).Select(Print).ToArray();
        SimulatedStudies.OfPublishedSize.Take(40).Select(Print).ToArray().ShouldBe(small);
    }

    [Fact]
    public void The_first_hundred_pairs_are_the_same_on_every_machine()
    {
        var hash = SimulatedStudies.OfPublishedSize.Take(100).Aggregate(
            ContentHash.Of("study"), (sum, pair) => ContentHash.Of("study", sum.ToString(), pair.Pair.Hash.ToString(), Print(pair)));
        hash.ToString()[..16].ShouldBe("09d59aa78eaadcf4");
    }

    [Fact]
    public void Who_judges_does_not_change_the_pairs()
    {
        var alone = new SimulationOptions(40, SimulatedJudges.Take(1, 1), 1);
        StudySimulator.Simulate(alone).Select(pair => pair.Pair.Hash).ShouldBe(SimulatedStudies.OfPublishedSize.Take(40).Select(pair => pair.Pair.Hash));
        StudySimulator.Simulate(alone).Select(pair => pair.Votes[0].Verdict)
            .ShouldBe(SimulatedStudies.OfPublishedSize.Take(40).Select(pair => pair.Votes[0].Verdict));
    }

    [Fact]
    public void Pairs_are_unique_and_responses_rarely_repeat()
    {
        SimulatedStudies.OfPublishedSize.Select(pair => pair.Pair.Hash).Distinct().Count().ShouldBe(5240);
        SimulatedStudies.Responses().Select(response => response.Text).Distinct().Count().ShouldBeGreaterThan(2 * 5240 * 99 / 100);
        SimulatedStudies.OfPublishedSize.Select(pair => pair.Query.Hash).Distinct().Count().ShouldBeGreaterThan(4000);
    }

    [Fact]
    public void Scenarios_come_in_the_published_numbers()
    {
        var counts = SimulatedStudies.OfPublishedSize.CountBy(pair => pair.Scenario).ToDictionary();
        counts.Keys.Order(StringComparer.Ordinal).ShouldBe(Group.PublishedScenarios.Order(StringComparer.Ordinal));
        foreach (var (scenario, count) in counts) count.ShouldBe(scenario is "Knowledge-aware" or "Others" ? 820 : 400, scenario);
    }

    [Theory]
    [InlineData("w_constraints", 1418)]
    [InlineData("intent_unclear", 459)]
    [InlineData("w_mistakes", 401)]
    [InlineData("w_stances", 388)]
    [InlineData("express_feeling", 121)]
    public void Query_specific_subsets_come_in_about_the_published_numbers(string subset, int published)
    {
        var count = SimulatedStudies.OfPublishedSize.Count(pair => pair.Traits.Subsets.Contains(subset));
        count.ShouldBeInRange((int)(published - (4 * Math.Sqrt(published))), (int)(published + (4 * Math.Sqrt(published))));
        Group.PublishedSubsets.ShouldContain(subset);
    }

    [Fact]
    public void A_vote_knows_its_judge_sides_writers_scenario_and_subsets()
    {
        foreach (var pair in SimulatedStudies.OfPublishedSize.Take(500))
        {
            pair.Votes.Select(vote => vote.Judge).ShouldBe(SimulatedJudges.Take(8, 1).Select(judge => judge.Name));
            foreach (var vote in pair.Votes)
            {
                (vote.Query, vote.A, vote.B, vote.Scenario).ShouldBe((pair.Query, pair.A, pair.B, pair.Scenario));
                (vote.ModelA, vote.ModelB).ShouldBe((pair.WriterA, pair.WriterB));
                vote.Metadata.Select(entry => entry.Key).ShouldBe(pair.Traits.Subsets.Select(name => $"subset:{name}"));
            }
            pair.WriterA.ShouldNotBe(pair.WriterB);
        }
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => StudySimulator.Simulate(SimulatedStudies.Options(0)));
        var judge = SimulatedJudges.Named[0];
        Should.Throw<ArgumentException>(() => StudySimulator.Simulate(new SimulationOptions(1, [judge, judge], 1)));
        Should.Throw<ArgumentException>(() => new SimulatedJudge("human", judge.Weights));
        Should.Throw<ArgumentException>(() => new SimulatedJudge("sim-short", [0.1]));
    }

    private static string Print(SimulatedPair pair) => string.Join('\n', pair.Scenario, pair.Query.Text, pair.WriterA, pair.A.Text, pair.WriterB, pair.B.Text,
        Print(pair.RatingsA), Print(pair.RatingsB), string.Join(',', pair.Votes.Select(vote => vote.Verdict)));

    private static string Print(IEnumerable<Rating> ratings) =>
        string.Join(',', ratings.Select(rating => rating.IsMeasured ? FormattableString.Invariant($"{rating.Value}") : "-"));
}
