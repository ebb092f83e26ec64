namespace Prefdissect.Dissecting.Power;

/// <summary>One property's interval, now and with more pairs.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Width">Width of the 95 % interval of its degree of preference now, 0 to 1.</param>
/// <param name="Verdict">What that interval says now.</param>
/// <param name="Predicted">With more pairs, a multiple each.</param>
public sealed record ForecastProperty(string Property, double Width, WeightVerdict Verdict, IReadOnlyList<PredictedWidth> Predicted);
