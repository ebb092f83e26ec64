using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Tests.Simulating;

public class SimulatedStudyTests
{
    private static SimulationOptions Options(int pairs, ulong seed = 1) => new(pairs, SimulatedJudges.Take(8, seed), seed);

    [Fact]
    public void The_same_options_give_the_same_pairs_and_votes()
    {
        var one = StudySimulator.Simulate(Options(60)).Select(Print);
        one.ShouldBe(StudySimulator.Simulate(Options(60)).Select(Print));
        one.ShouldNotBe(StudySimulator.Simulate(Options(60, seed: 2)).Select(Print));
    }

    internal static string Print(SimulatedPair pair) => string.Join('\n', pair.Scenario, pair.Query.Text, pair.WriterA, pair.A.Text, pair.WriterB, pair.B.Text,
        Print(pair.RatingsA), Print(pair.RatingsB), string.Join(',', pair.Votes.Select(vote => vote.Verdict)));

    private static string Print(IEnumerable<Rating> ratings) => string.Join(',', ratings.Select(rating => rating.IsMeasured ? $"{rating.Value}" : "-"));
}
