namespace Prefdissect.Judging.Bias;

/// <summary>The probability of log-odds, σ(z) = 1 / (1 + e⁻ᶻ).</summary>
internal static class Probability
{
    /// <summary>Between 0 and 1 for any number.</summary>
    public static double Of(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
