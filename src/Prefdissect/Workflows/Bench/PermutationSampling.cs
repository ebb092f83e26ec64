using Prefdissect.Dissecting;

namespace Prefdissect.Workflows.Bench;

/// <summary>Shapley values as they are usually estimated: what each player adds in random orders, averaged. Here to be compared with.</summary>
internal static class PermutationSampling
{
    /// <summary>Estimates the Shapley values of σ(Σ z).</summary>
    public static double[] Values(ReadOnlySpan<double> contributions, int permutations, Random random)
    {
        var values = new double[contributions.Length];
        int[] order = [.. Enumerable.Range(0, contributions.Length)];
        for (var i = 0; i < permutations; i++)
        {
            random.Shuffle(order);
            var (sum, before) = (0.0, 0.5);
            foreach (var player in order)
            {
                if (contributions[player] == 0) continue;
                sum += contributions[player];
                var after = Degree.Of(sum);
                values[player] += after - before;
                before = after;
            }
        }
        for (var p = 0; p < values.Length; p++) values[p] /= permutations;
        return values;
    }
}
