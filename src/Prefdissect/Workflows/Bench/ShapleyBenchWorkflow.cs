using System.Numerics;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Dissecting.Published;
using Prefdissect.Properties;

namespace Prefdissect.Workflows.Bench;

/// <summary>How fast are exact Shapley values? Every pair of a study of the paper's size for every published judge, with permutation sampling beside them.</summary>
public static class ShapleyBenchWorkflow
{
    private const int Sample = 66;
    private const int MostBySubsets = 18;
    private const double CoarseError = 1e-3;
    private const int MostPermutations = 1 << 20;

    /// <summary>Times both ways and measures their errors.</summary>
    /// <param name="pairs">Number of pairs, at least 1.</param>
    /// <param name="repeats">Timed runs of the exact way, after one that warms up the program; at least 1.</param>
    /// <param name="threads">Threads of the exact way, at least 1.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ShapleyBenchResult Run(int pairs, int repeats, int threads, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pairs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        var weights = PublishedJudges.Names.Select(judge => PublishedJudges.MeanWeights(judge).Values)
            .Select(of => PublishedProperties.All.Select(property => of[property.ShortName]).ToArray()).ToArray();
        var features = BenchData.Features(pairs, new Random(1));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var values = Exact(features, weights, options);
        var seconds = Enumerable.Range(0, repeats).Select(_ => Seconds(time, () => values = Exact(features, weights, options))).ToList();
        var median = PosteriorBenchWorkflow.Median(seconds);
        var sampled = Sampled(features, weights, values, cancellation);
        var perExplanation = median * threads / ((double)pairs * weights.Length);
        var equal = Math.Max(1, (int)(perExplanation / PermutationSeconds(sampled, time)));
        var (permutations, error, sampleSeconds) = Coarse(sampled, time, cancellation);
        return new ShapleyBenchResult(
            pairs, weights.Length, BenchData.Columns, threads, repeats, median, seconds.Min(), seconds.Max(), sampled.Count, sampled.Max(of => Largest(of.Exact, of.BySubsets)), LargestGap(features, weights, values),
            equal, Error(sampled, equal), permutations, error, sampleSeconds / sampled.Count * pairs * weights.Length / threads);
    }

    /// <summary>The values of all pairs, judge by judge.</summary>
    private static double[][] Exact(sbyte[] features, double[][] weights, ParallelOptions options)
    {
        var values = weights.Select(_ => new double[features.Length]).ToArray();
        Parallel.For(0, weights.Length, options, judge =>
        {
            var table = new ShapleyTable(weights[judge]);
            for (var at = 0; at < features.Length; at += BenchData.Columns)
                table.Values(features.AsSpan(at, BenchData.Columns), values[judge].AsSpan(at, BenchData.Columns));
        });
        return values;
    }

    private static List<(double[] Z, double[] Exact, double[] BySubsets)> Sampled(sbyte[] features, double[][] weights, double[][] values, CancellationToken cancellation)
    {
        var found = new List<(double[], double[], double[])>();
        for (var at = 0; found.Count < Sample && at < features.Length; at += BenchData.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            var judge = found.Count % weights.Length;
            var z = Enumerable.Range(0, BenchData.Columns).Select(p => features[at + p] * weights[judge][p]).ToArray();
            // Larger ones would take the sum over subsets minutes.
            if (z.Count(one => one != 0) <= MostBySubsets) found.Add((z, values[judge][at..(at + BenchData.Columns)], BySubsets(z)));
        }
        return found;
    }

    /// <summary>The definition: a sum over all subsets of the players that contribute.</summary>
    private static double[] BySubsets(double[] z)
    {
        int[] players = [.. Enumerable.Range(0, z.Length).Where(p => z[p] != 0)];
        var sums = new double[1 << players.Length];
        for (var subset = 1; subset < sums.Length; subset++) sums[subset] = sums[subset & (subset - 1)] + z[players[BitOperations.TrailingZeroCount(subset)]];
        var worth = Array.ConvertAll(sums, Degree.Of);
        var weights = new double[players.Length];
        var orders = 1.0;
        for (var size = 0; size < weights.Length; size++)
        {
            weights[size] = 1 / (players.Length * orders);
            orders = orders * (players.Length - 1 - size) / (size + 1);
        }
        var values = new double[z.Length];
        for (var subset = 0; subset < worth.Length; subset++)
        {
            for (var i = 0; i < players.Length; i++)
            {
                if ((subset >> i & 1) == 0) values[players[i]] += weights[BitOperations.PopCount((uint)subset)] * (worth[subset | 1 << i] - worth[subset]);
            }
        }
        return values;
    }

    private static double PermutationSeconds(List<(double[] Z, double[] Exact, double[] BySubsets)> sampled, TimeProvider time)
    {
        const int permutations = 2000;
        var random = new Random(2);
        return Seconds(time, () => sampled.ForEach(of => PermutationSampling.Values(of.Z, permutations, random))) / sampled.Count / permutations;
    }

    private static (int Permutations, double Error, double Seconds) Coarse(List<(double[] Z, double[] Exact, double[] BySubsets)> sampled, TimeProvider time, CancellationToken cancellation)
    {
        for (var permutations = 64; ; permutations *= 2)
        {
            cancellation.ThrowIfCancellationRequested();
            var error = 0.0;
            var seconds = Seconds(time, () => error = Error(sampled, permutations));
            if (error <= CoarseError || permutations >= MostPermutations) return (permutations, error, seconds);
        }
    }

    private static double Error(List<(double[] Z, double[] Exact, double[] BySubsets)> sampled, int permutations)
    {
        var random = new Random(3);
        return sampled.Average(of => Largest(PermutationSampling.Values(of.Z, permutations, random), of.BySubsets));
    }

    private static double Largest(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Max();

    private static double LargestGap(sbyte[] features, double[][] weights, double[][] values)
    {
        var largest = 0.0;
        for (var judge = 0; judge < weights.Length; judge++)
        {
            for (var at = 0; at < features.Length; at += BenchData.Columns)
            {
                var (sum, total) = (0.0, 0.0);
                for (var p = 0; p < BenchData.Columns; p++) (sum, total) = (sum + features[at + p] * weights[judge][p], total + values[judge][at + p]);
                largest = Math.Max(largest, Math.Abs(total - (Degree.Of(sum) - 0.5)));
            }
        }
        return largest;
    }

    private static double Seconds(TimeProvider time, Action work)
    {
        var started = time.GetTimestamp();
        work();
        return time.GetElapsedTime(started).TotalSeconds;
    }
}
