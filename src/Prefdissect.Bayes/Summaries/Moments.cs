using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Summaries;

/// <summary>Mean and standard deviation of draws.</summary>
/// <param name="Count">Number of draws.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Sd">Their standard deviation, divisor n − 1; 0 for a single draw.</param>
public readonly record struct Moments(int Count, double Mean, double Sd)
{
    /// <summary>The moments of draws within ±10¹⁵⁰.</summary>
    /// <exception cref="ArgumentException">There is no draw, or one is not a number within ±10¹⁵⁰.</exception>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no draw to summarise.", nameof(values));
        var mean = TensorPrimitives.Sum(values) / values.Length;
        double squares = 0, remainder = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            remainder += value - mean;
        }
        mean += remainder / values.Length;
        var sd = values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0;
        if (!double.IsFinite(mean) || !double.IsFinite(sd))
            throw new ArgumentException("A draw is not a number within ±1e150.", nameof(values));
        return new Moments(values.Length, mean, sd);
    }
}
