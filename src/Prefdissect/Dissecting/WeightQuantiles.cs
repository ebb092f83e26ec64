namespace Prefdissect.Dissecting;

/// <summary>Posterior quantiles of a weight; the digits name the per cent.</summary>
/// <param name="Q2_5">Lower end of the 95 % interval.</param>
/// <param name="Q5">Lower end of the 90 % interval.</param>
/// <param name="Q25">Lower end of the 50 % interval.</param>
/// <param name="Median">The median.</param>
/// <param name="Q75">Upper end of the 50 % interval.</param>
/// <param name="Q95">Upper end of the 90 % interval.</param>
/// <param name="Q97_5">Upper end of the 95 % interval.</param>
public sealed record WeightQuantiles(double Q2_5, double Q5, double Q25, double Median, double Q75, double Q95, double Q97_5);
