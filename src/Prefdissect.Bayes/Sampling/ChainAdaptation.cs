namespace Prefdissect.Bayes.Sampling;

/// <summary>What a chain's warm-up settled on.</summary>
/// <param name="StepSize">Step size of the integrator; positive.</param>
/// <param name="InverseMetric">Diagonal of the inverse mass matrix, one positive number a coordinate: the estimated posterior variances.</param>
public sealed record ChainAdaptation(double StepSize, IReadOnlyList<double> InverseMetric);
