using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using static Prefdissect.Tests.Simulating.SimulatedStudies;

namespace Prefdissect.Tests.Simulating;

public class SimulatedJudgeTests
{
    [Fact]
    public void Features_are_the_comparisons_of_the_planted_ratings()
    {
        foreach (var pair in OfPublishedSize.Take(1000))
        {
            for (var id = 0; id < 29; id++)
            {
                pair.Features[id].ShouldBe(Comparison.Of(PublishedProperties.All[id], pair.RatingsA[id], pair.RatingsB[id])?.Sign ?? 0);
            }
        }
    }

    [Fact]
    public void Each_feature_differs_in_a_fair_share_of_the_pairs()
    {
        for (var id = 0; id < 29; id++)
        {
            var share = OfPublishedSize.Average(pair => Math.Abs(pair.Features[id]));
            var property = PublishedProperties.All[id];
            var least = property.Kind switch { PropertyKind.Basic => 0.15, PropertyKind.Error => 0.10, _ => 0.012 };
            share.ShouldBeInRange(least, 0.85, property.ShortName);
        }
    }

    [Fact]
    public void Features_hang_together_only_loosely()
    {
        var correlations = new List<double>();
        for (var a = 0; a < 29; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var size = Math.Abs(Correlation(OfPublishedSize.Select(pair => (double)pair.Features[a]), OfPublishedSize.Select(pair => (double)pair.Features[b])));
                size.ShouldBeLessThan(0.6, $"{PublishedProperties.All[a].ShortName} and {PublishedProperties.All[b].ShortName}");
                correlations.Add(size);
            }
        }
        correlations.Count(size => size < 0.3).ShouldBeGreaterThan(correlations.Count * 95 / 100);
    }

    [Fact]
    public void A_judge_votes_as_often_for_A_as_its_weights_say()
    {
        const int bins = 10;
        for (var j = 0; j < Judges.Count; j++)
        {
            var (expected, variance, seen) = (new double[bins], new double[bins], new double[bins]);
            foreach (var pair in Large.Where(pair => pair.Verdicts[j] != Verdict.Tie))
            {
                var share = 1 / (1 + Math.Exp(-Judges[j].LogOdds(pair.Features)));
                var bin = Math.Min(bins - 1, (int)(share * bins));
                expected[bin] += share;
                variance[bin] += share * (1 - share);
                seen[bin] += pair.Verdicts[j] == Verdict.A ? 1 : 0;
            }
            var chiSquare = Enumerable.Range(0, bins).Where(bin => variance[bin] > 0).Sum(bin => Math.Pow(seen[bin] - expected[bin], 2) / variance[bin]);
            // The 0.9999 quantile of χ² with 10 degrees of freedom is 35.6.
            chiSquare.ShouldBeLessThan(35.6, Judges[j].Name);
        }
    }

    [Fact]
    public void A_fit_on_the_planted_features_finds_each_judges_weights()
    {
        for (var j = 0; j < Judges.Count; j++)
        {
            var voted = Large.Where(pair => pair.Verdicts[j] != Verdict.Tie).ToArray();
            double[][] rows = [.. voted.Select(pair => pair.Features.Select(feature => (double)feature).Append(1).ToArray())];
            var found = NewtonLogit.Fit(rows, [.. voted.Select(pair => pair.Verdicts[j] == Verdict.A)], ridge: 1);
            var truth = Judges[j].Weights;
            Correlation(truth, found.Take(29)).ShouldBeGreaterThan(0.95, Judges[j].Name);
            found[29].ShouldBe(Judges[j].PositionBias, 0.1, Judges[j].Name);
            for (var id = 0; id < 29; id++)
            {
                if (Math.Abs(truth[id]) >= 0.15) Math.Sign(found[id]).ShouldBe(Math.Sign(truth[id]), $"{Judges[j].Name}, {PublishedProperties.All[id].ShortName}");
            }
        }
    }

    [Fact]
    public void A_judge_with_position_bias_prefers_side_A()
    {
        ShareOfA("sim-first").ShouldBeInRange(0.6, 0.75);
        ShareOfA("sim-strict").ShouldBeInRange(0.47, 0.53);
    }

    [Fact]
    public void Ties_are_rare_and_only_come_from_judges_that_tie()
    {
        for (var j = 0; j < Judges.Count; j++)
        {
            var share = Large.Count(pair => pair.Verdicts[j] == Verdict.Tie) / (double)Large.Length;
            if (Judges[j].TieBand == 0) share.ShouldBe(0);
            else share.ShouldBeInRange(0.01, 0.1, Judges[j].Name);
        }
    }

    [Fact]
    public void The_roster_is_named_first_and_has_weights_worth_finding()
    {
        var roster = SimulatedJudges.Take(32, 7);
        roster.Take(10).ShouldBe(SimulatedJudges.Named);
        roster.Select(judge => judge.Name).Distinct().Count().ShouldBe(32);
        roster.ShouldAllBe(judge => judge.Weights.All(weight => weight == 0 || (Math.Abs(weight) >= 0.15 && Math.Abs(weight) <= 1)));
        roster.ShouldAllBe(judge => judge.Weights.Count(weight => weight != 0) >= 6);
    }

    private static double ShareOfA(string judge)
    {
        var j = Judges.ToList().FindIndex(candidate => candidate.Name == judge);
        return Large.Average(pair => pair.Verdicts[j] == Verdict.A ? 1.0 : 0);
    }

    private static double Correlation(IEnumerable<double> one, IEnumerable<double> other)
    {
        var (a, b) = (one.ToArray(), other.ToArray());
        var (meanA, meanB) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
