using System.Runtime.InteropServices;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Dissecting;

/// <summary>
/// The rows of a design as its likelihood sees them: rows that differ by nothing but sign are one, because x with a win is −x with a loss, and a row of
/// zeros says nothing. Sorted by their features, so that neither the order of pairs nor which response comes first changes a digit.
/// </summary>
internal sealed class DistinctRows
{
    private readonly double[] outcomes;
    private readonly double[] weights;

    private DistinctRows(DesignMatrix matrix, double[] outcomes, double[] weights) => (Matrix, this.outcomes, this.weights) = (matrix, outcomes, weights);

    /// <summary>One row for each kind and outcome, columns scaled for the prior.</summary>
    public DesignMatrix Matrix { get; }

    /// <summary>0 or 1 for each row.</summary>
    public ReadOnlySpan<double> Outcomes => outcomes;

    /// <summary>The distinct rows of a design.</summary>
    /// <exception cref="ArgumentException">Every row is zeros.</exception>
    public static DistinctRows Of(Design design, IPrior prior) =>
        Of(design, prior, _ => true) ?? throw new ArgumentException("Every row of the design is zeros.", nameof(design));

    /// <summary>The distinct ones of chosen rows; <see langword="null"/> where none of them says anything.</summary>
    public static DistinctRows? Of(Design design, IPrior prior, Func<int, bool> chosen) =>
        Of(design, prior, Count(design, row => chosen(row) ? (design.FirstWins(row), design.SecondWins(row)) : null));

    /// <summary>The distinct rows of a design with other votes than its own.</summary>
    /// <exception cref="ArgumentException">Every row is zeros.</exception>
    public static DistinctRows Of(Design design, IPrior prior, double[] first, double[] second) =>
        Of(design, prior, Count(design, row => (first[row], second[row]))) ?? throw new ArgumentException("Every row of the design is zeros.", nameof(design));

    private static DistinctRows? Of(Design design, IPrior prior, Dictionary<sbyte[], (double Won, double Lost)> wins)
    {
        if (wins.Values.All(counts => counts is { Won: 0, Lost: 0 })) return null;
        var keys = wins.Keys.ToArray();
        Array.Sort(keys, (one, other) => one.AsSpan().SequenceCompareTo(other));
        var features = new List<sbyte>();
        var outcomes = new List<double>();
        var weights = new List<double>();
        foreach (var key in keys)
        {
            Add(key, 1, wins[key].Won);
            Add(key, 0, wins[key].Lost);
        }
        var scaled = Scaled(features, design.ScalesUnder(prior));
        double[] counts = weights.TrueForAll(weight => weight == 1) ? [] : [.. weights];
        return new DistinctRows(DesignMatrix.FromRowMajor(scaled, outcomes.Count, design.Columns), [.. outcomes], counts);

        void Add(sbyte[] key, double outcome, double weight)
        {
            if (weight == 0) return;
            features.AddRange(key);
            outcomes.Add(outcome);
            weights.Add(weight);
        }
    }

    /// <summary>The regression on the rows.</summary>
    public LogisticRegression Regression(IPrior prior) => new(Matrix, outcomes, prior, weights);

    private static sbyte[] Scaled(List<sbyte> features, double[] scales)
    {
        var scaled = features.ToArray();
        for (var i = 0; i < scaled.Length; i++) scaled[i] = (sbyte)(scaled[i] * scales[i % scales.Length]);
        return scaled;
    }

    private static Dictionary<sbyte[], (double Won, double Lost)> Count(Design design, Func<int, (double First, double Second)?> votes)
    {
        var counts = new Dictionary<sbyte[], (double Won, double Lost)>(BySigns.Instance);
        for (var row = 0; row < design.Rows; row++)
        {
            if (votes(row) is not { } counted) continue;
            var signs = design.Features(row).ToArray();
            var leading = Array.Find(signs, sign => sign != 0);
            if (leading == 0) continue;
            var (won, lost) = counted;
            if (leading < 0)
            {
                for (var i = 0; i < signs.Length; i++) signs[i] = (sbyte)-signs[i];
                (won, lost) = (lost, won);
            }
            var sum = counts.GetValueOrDefault(signs);
            counts[signs] = (sum.Won + won, sum.Lost + lost);
        }
        return counts;
    }

    private sealed class BySigns : IEqualityComparer<sbyte[]>
    {
        public static BySigns Instance { get; } = new();

        public bool Equals(sbyte[]? one, sbyte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(sbyte[] signs)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(signs.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
