namespace Prefdissect.Judging.Bias;

/// <summary>How a judge's probability relates to what people say of the same pairs.</summary>
/// <param name="Slope">See <see cref="CalibrationSlope"/>.</param>
/// <param name="Brier">See <see cref="BrierScore"/>.</param>
/// <param name="Error">See <see cref="CalibrationError"/>.</param>
/// <param name="Bins">Confidence and agreement, bin by bin; empty where there are no such pairs.</param>
public sealed record JudgeCalibration(BiasFigure Slope, BiasFigure Brier, BiasFigure Error, IReadOnlyList<ReliabilityBin> Bins);
