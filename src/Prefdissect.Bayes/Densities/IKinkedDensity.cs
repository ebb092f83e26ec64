namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A density whose logarithm is a smooth part minus Σ r·|x|, one rate r of 0 or more a coordinate: what a Laplace prior makes of a smooth likelihood.
/// The sampler follows the kink at 0 exactly and needs gradients of the smooth part alone, so that its steps are as long as the smooth part allows.
/// </summary>
public interface IKinkedDensity : ILogDensity
{
    /// <summary>The rate of each coordinate, finite and 0 or more; 0 where there is no kink. The same for the life of the instance.</summary>
    /// <param name="rates">Receives <see cref="ILogDensity.Dimension"/> numbers.</param>
    void CopyKinkRates(Span<double> rates);

    /// <summary>As <see cref="ILogDensity.Evaluate"/>, of the smooth part: the log density plus Σ r·|x|.</summary>
    double EvaluateSmooth(ReadOnlySpan<double> position, Span<double> gradient);
}
