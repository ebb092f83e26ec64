namespace Prefdissect.Bayes.Sampling;

/// <summary>What a chain's warm-up settled on.</summary>
/// <param name="StepSize">Step size of the integrator; positive.</param>
/// <param name="InverseMetric">
/// The inverse mass matrix: the estimated posterior variances, one positive number a coordinate; of a dense metric the estimated posterior covariances, row after row.
/// </param>
public sealed record ChainAdaptation(double StepSize, IReadOnlyList<double> InverseMetric);
