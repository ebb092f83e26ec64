using Prefdissect.Pairs;

namespace Prefdissect.Judging;

/// <summary>What the position does to a judge, in short. All numbers are finite.</summary>
/// <param name="Pairs">Pairs with a verdict in both orders.</param>
/// <param name="ShareOfA">Share of the letter A among the verdicts of single orders; ties count half.</param>
/// <param name="Low">Lower end of its 95 % interval, pairs resampled; <see langword="null"/> with fewer than 10 pairs.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="FlipRate">Share of the pairs whose preferred response changes with the order.</param>
/// <param name="OrderShift">Mean of ½(z₁ + z₂), z the log-odds of the letter A in the two orders; <see langword="null"/> where log-odds are not known.</param>
public sealed record PositionSummary(int Pairs, double ShareOfA, double? Low, double? High, double FlipRate, double? OrderShift)
{
    /// <summary>The summary of a judge's pairs; <see langword="null"/> where none was asked in both orders.</summary>
    /// <param name="readings">The pairs, those without both orders are passed over.</param>
    /// <param name="seed">Where chance begins.</param>
    public static PositionSummary? Of(IEnumerable<PairReading> readings, ulong seed = 1)
    {
        var both = readings.Where(reading => reading.HasBoth).ToList();
        if (both.Count == 0) return null;
        double[] shares = [.. both.Select(reading => reading.Verdicts.Average(order => order.Verdict switch { Verdict.A => 1.0, Verdict.B => 0, _ => 0.5 }))];
        var shifts = both.Select(reading => reading.OrderShift).OfType<double>().ToList();
        var (low, high) = Interval(shares, seed);
        return new PositionSummary(both.Count, shares.Average(), low, high, both.Average(reading => reading.Flips == true ? 1.0 : 0), shifts.Count > 0 ? shifts.Average() : null);
    }

    private static (double? Low, double? High) Interval(double[] shares, ulong seed)
    {
        if (shares.Length < ClusterResampling.FewestClusters) return (null, null);
        var means = new double[ClusterResampling.Replicates];
        new ClusterResampling(shares.Length, seed).Run((number, times) =>
        {
            for (var i = 0; i < shares.Length; i++) means[number] += times[i] * shares[i] / shares.Length;
        });
        Array.Sort(means);
        return (means[(int)(0.025 * means.Length)], means[(int)(0.975 * means.Length) - 1]);
    }
}
