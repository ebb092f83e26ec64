using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>What the draws say of one quantity, and how far they can be trusted.</summary>
public sealed record ParameterSummary
{
    /// <summary>Name of the quantity.</summary>
    public required string Name { get; init; }

    /// <summary>Number of draws, all chains together.</summary>
    public required int Draws { get; init; }

    /// <summary>Posterior mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Posterior standard deviation; 0 where all draws are equal.</summary>
    public required double Sd { get; init; }

    /// <summary>2.5 % quantile.</summary>
    public required double Q025 { get; init; }

    /// <summary>5 % quantile.</summary>
    public required double Q05 { get; init; }

    /// <summary>25 % quantile.</summary>
    public required double Q25 { get; init; }

    /// <summary>Median.</summary>
    public required double Median { get; init; }

    /// <summary>75 % quantile.</summary>
    public required double Q75 { get; init; }

    /// <summary>95 % quantile.</summary>
    public required double Q95 { get; init; }

    /// <summary>97.5 % quantile.</summary>
    public required double Q975 { get; init; }

    /// <summary>Monte-Carlo standard error of <see cref="Mean"/>; null where not defined.</summary>
    public required double? McseMean { get; init; }

    /// <summary>Monte-Carlo standard error of <see cref="Sd"/>; null where not defined.</summary>
    public required double? McseSd { get; init; }

    /// <summary>Bulk effective sample size; null where not defined.</summary>
    public required double? EssBulk { get; init; }

    /// <summary>Tail effective sample size; null where not defined.</summary>
    public required double? EssTail { get; init; }

    /// <summary>Rank-normalised split R-hat; null where not defined, <see cref="double.MaxValue"/> where every chain stands still at a place of its own.</summary>
    public required double? RHat { get; init; }

    /// <summary>Share of the draws above 0, a draw of exactly 0 counting half.</summary>
    public required double ProbabilityPositive { get; init; }

    /// <summary>Summarises the draws of one quantity.</summary>
    public static ParameterSummary Of(string name, ScalarDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        return Of(name, draws, new NormalScores(draws.Chains * (draws.DrawsPerChain / 2 * 2)));
    }

    /// <summary>As <see cref="Of(string, ScalarDraws)"/>, with the scores of the draws in all halves of chains.</summary>
    internal static ParameterSummary Of(string name, ScalarDraws draws, NormalScores scores)
    {
        ArgumentNullException.ThrowIfNull(name);
        var halves = SplitChains.Of(draws);
        var ranking = halves is null ? null : Ranking.Of(halves);
        // An odd number of draws a chain leaves one out of its halves.
        var sorted = ranking?.Sorted.Length == draws.Count ? ranking.Sorted : Quantile.Sorted(draws);
        var varies = halves is not null && !Diagnostics.RHat.IsConstant(halves);
        var scored = varies ? ranking!.Scores(scores) : null;
        double q05 = Quantile.OfSorted(sorted, 0.05), median = Quantile.OfSorted(sorted, 0.5), q95 = Quantile.OfSorted(sorted, 0.95);
        var moments = Moments.Of(draws.Values);
        return new ParameterSummary
        {
            Name = name,
            Draws = draws.Count,
            Mean = moments.Mean,
            Sd = moments.Sd,
            Q025 = Quantile.OfSorted(sorted, 0.025),
            Q05 = q05,
            Q25 = Quantile.OfSorted(sorted, 0.25),
            Median = median,
            Q75 = Quantile.OfSorted(sorted, 0.75),
            Q95 = q95,
            Q975 = Quantile.OfSorted(sorted, 0.975),
            McseMean = MonteCarloError.OfMean(draws),
            McseSd = MonteCarloError.OfSd(draws),
            EssBulk = scored is null ? null : EffectiveSampleSize.Of(scored),
            EssTail = EffectiveSampleSize.Smaller(EffectiveSampleSize.OfBelow(draws, q05), EffectiveSampleSize.OfBelow(draws, q95)),
            RHat = scored is null ? null : Diagnostics.RHat.Of(ranking!, scored, median, scores),
            ProbabilityPositive = ShareAboveZero(draws.Values),
        };
    }

    private static double ShareAboveZero(ReadOnlySpan<double> values)
    {
        var halves = 0L;
        foreach (var value in values)
            halves += 1 + Math.Sign(value);
        return halves / (2.0 * values.Length);
    }
}
