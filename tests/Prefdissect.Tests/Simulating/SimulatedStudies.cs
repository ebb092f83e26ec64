using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Tests.Simulating;

/// <summary>The studies that the tests of this folder look at, made once.</summary>
internal static class SimulatedStudies
{
    public const ulong Seed = 1;

    /// <summary>The judges of <see cref="Large"/>.</summary>
    public static IReadOnlyList<SimulatedJudge> Judges { get; } = SimulatedJudges.Take(16, Seed);

    private static readonly Lazy<SimulatedPair[]> Published = new(() => [.. StudySimulator.Simulate(Options(5240))]);
    private static readonly Lazy<VotedPair[]> LargeStudy = new(() =>
        [.. StudySimulator.Simulate(new SimulationOptions(20_000, Judges, Seed)).Where(HasErrorsRated).Select(Voted)]);

    /// <summary>A study of the published size.</summary>
    public static SimulatedPair[] OfPublishedSize => Published.Value;

    /// <summary>20,000 pairs without those that a fit leaves out, with 16 judges, without texts.</summary>
    public static VotedPair[] Large => LargeStudy.Value;

    public static SimulationOptions Options(int pairs, ulong seed = Seed) => new(pairs, SimulatedJudges.Take(8, seed), seed);

    public static int Id(string shortName) => PublishedProperties.All.ToList().IndexOf(PublishedProperties.Of(shortName));

    /// <summary>Every response of the published-size study with its ratings.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<Rating> Ratings)> Responses() =>
        OfPublishedSize.SelectMany(pair => new[] { (pair.A.Text, pair.RatingsA), (pair.B.Text, pair.RatingsB) });

    private static bool HasErrorsRated(SimulatedPair pair) => pair.RatingsA[Id("no severe errors")].IsMeasured;

    private static VotedPair Voted(SimulatedPair pair) => new([.. pair.Features], [.. pair.Votes.Select(vote => vote.Verdict)]);

    internal sealed record VotedPair(int[] Features, Verdict[] Verdicts);
}
