namespace Prefdissect.Dissecting;

/// <summary>A fit just made, with its draws.</summary>
/// <param name="Fit">What the draws say.</param>
/// <param name="Draws">The draws, rounded; everything in <paramref name="Fit"/> was computed before the rounding.</param>
public sealed record SampledFit(JudgeFit Fit, FitDraws Draws) : FitOutcome(Fit.Subject, Fit.Design);
