namespace Prefdissect.Bayes.Diagnostics;

/// <summary>A generalised Pareto distribution of excesses over a threshold: the shape of the tail of a sample.</summary>
/// <param name="Shape">k: below ½ the tail has a variance, below 1 a mean. Finite.</param>
/// <param name="Scale">σ; positive.</param>
internal readonly record struct ParetoTail(double Shape, double Scale)
{
    /// <summary>Excesses' worth of evidence for k = ½ (Vehtari, Simpson, Gelman, Yao and Gabry, 2024, appendix).</summary>
    private const double PriorExcesses = 10, PriorShape = 0.5;

    /// <summary>Fits excesses by the near-Bayesian estimate of Zhang and Stephens (2009). Null where they do not tell: fewer than five, or not spread.</summary>
    /// <param name="ascending">Excesses in ascending order, 0 or more.</param>
    public static ParetoTail? Fit(ReadOnlySpan<double> ascending)
    {
        var count = ascending.Length;
        if (count < 5)
            return null;
        var quartile = ascending[(int)(count / 4.0 + 0.5) - 1];
        var largest = ascending[^1];
        if (!(quartile > 0 && double.IsFinite(largest) && largest > ascending[0]))
            return null;
        var trials = 30 + (int)Math.Sqrt(count);
        var thetas = new double[trials];
        var likelihoods = new double[trials];
        for (var trial = 0; trial < trials; trial++)
        {
            var theta = 1 / largest + (1 - Math.Sqrt(trials / (trial + 0.5))) / (3 * quartile);
            var shape = ShapeAt(theta, ascending);
            thetas[trial] = theta;
            likelihoods[trial] = theta == 0 ? double.NegativeInfinity : count * (Math.Log(-theta / shape) - shape - 1);
        }
        var best = likelihoods.Max();
        double mass = 0, mean = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var weight = Math.Exp(likelihoods[trial] - best);
            mass += weight;
            mean += weight * thetas[trial];
        }
        var fitted = mean / mass;
        var raw = ShapeAt(fitted, ascending);
        var tail = new ParetoTail((count * raw + PriorExcesses * PriorShape) / (count + PriorExcesses), -raw / fitted);
        return double.IsFinite(tail.Shape) && tail.Scale > 0 && double.IsFinite(tail.Scale) ? tail : null;
    }

    /// <summary>The excess that a share of the tail, strictly between 0 and 1, does not exceed.</summary>
    public double Quantile(double probability)
    {
        var log = Math.Log(1 - probability);
        return Math.Abs(Shape) < 1e-12 ? -Scale * log : Scale * (Math.Exp(-Shape * log) - 1) / Shape;
    }

    private static double ShapeAt(double theta, ReadOnlySpan<double> excesses)
    {
        var sum = 0.0;
        foreach (var excess in excesses)
            sum += Math.Log(1 - theta * excess);
        return sum / excesses.Length;
    }
}
