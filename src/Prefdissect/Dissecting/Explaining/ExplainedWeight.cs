namespace Prefdissect.Dissecting.Explaining;

/// <summary>A weight as an explanation needs it; all numbers are finite.</summary>
/// <param name="Property">Short name of the property.</param>
/// <param name="Mean">Posterior mean, in log-odds.</param>
/// <param name="Low">Lower end of the 95 % interval; <see langword="null"/> where only the mean is known.</param>
/// <param name="High">Upper end.</param>
public sealed record ExplainedWeight(string Property, double Mean, double? Low, double? High);
