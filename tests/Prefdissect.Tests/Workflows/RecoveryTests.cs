using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Tests.Workflows;

/// <summary>The whole chain on an answer that is known: votes of simulated judges on planted ratings give the judges' weights back.</summary>
public class RecoveryTests
{
    private const int Pairs = 20_000;

    [Fact]
    public void A_fit_on_the_planted_ratings_of_20000_pairs_recovers_every_judge()
    {
        var judges = SimulatedJudges.Take(4, 7);
        var judged = judges.Select(_ => new List<JudgedPair>(Pairs)).ToArray();
        foreach (var pair in StudySimulator.Simulate(new SimulationOptions(Pairs, judges, 7)))
        {
            var aIsFirst = pair.Pair.First == pair.A;
            var (first, second) = aIsFirst ? (pair.RatingsA, pair.RatingsB) : (pair.RatingsB, pair.RatingsA);
            var compared = ComparedPair.Of(PublishedProperties.All, new RatedPair(pair.Pair.Hash, pair.Query.Hash, pair.Pair.HasEqualResponses, first, second));
            for (var j = 0; j < judges.Count; j++)
            {
                var votes = pair.Votes[j].Verdict switch { Verdict.A => new VoteCounts(1, 0, 0), Verdict.B => new VoteCounts(0, 1, 0), _ => new VoteCounts(0, 0, 1) };
                judged[j].Add(new JudgedPair(compared, aIsFirst ? votes : votes.Exchanged()));
            }
        }
        Parallel.For(0, judges.Count, j =>
        {
            var subject = new FitSubject(judges[j].Name, Group.All, AnnotatorIdentity.Planted);
            var options = new DissectionOptions { Chains = 2, Warmup = 300, Draws = 400, Folds = FoldScheme.None };
            var fit = ((SampledFit)Dissection.Fit(subject, Design.Build(PublishedProperties.All, judged[j]), options)).Fit;
            var truth = fit.Weights.Select(weight => judges[j].Weights[PublishedProperties.All.ToList().IndexOf(PublishedProperties.Of(weight.Property))]).ToArray();
            fit.Weights.Count.ShouldBe(PublishedProperties.All.Count);
            foreach (var (weight, planted) in fit.Weights.Zip(truth).Where(both => Math.Abs(both.Second) >= 0.15))
            {
                (weight.Mean * planted).ShouldBeGreaterThan(0, $"{judges[j].Name}: {weight.Property} is {weight.Mean:0.00}, planted {planted}");
            }
            MathNet.Numerics.Statistics.Correlation.Pearson(fit.Weights.Select(weight => weight.Mean), truth).ShouldBeGreaterThan(0.95, judges[j].Name);
        });
    }
}
