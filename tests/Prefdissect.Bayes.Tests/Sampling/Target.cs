using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Sampling;

internal delegate double Evaluation(ReadOnlySpan<double> position, Span<double> gradient);

/// <summary>A density written out in a test; safe for several threads when its delegate is.</summary>
internal sealed class Target(int dimension, Evaluation evaluation) : ILogDensity
{
    public int Dimension { get; } = dimension;

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient) => evaluation(position, gradient);
}
