namespace Prefdissect.Dissecting.Explaining;

/// <summary>
/// The logistic curve as a finite sum of sines and hyperbolic sines, exact to 2·10⁻¹³ for |x| ≤ reach:
/// <code>σ(x) − ½ = Σ_j h·sin(t_j x)/sinh(π t_j) + Σ_{n=1…4} 2(−1)ⁿ⁺¹/(1 + e^{nP})·sinh(n x),   t_j = (j + ½)h,  h = 2π/P.</code>
/// </summary>
/// <remarks>
/// σ(x) − ½ = ½·tanh(x/2) = ∫₀^∞ sin(xt)/sinh(πt) dt. By Poisson's summation the midpoint rule of step h gives Σ_m (−1)^m ½·tanh((x + mP)/2) in place of its term m = 0. The other
/// terms, with tanh written as a series of e^{−n|x|}, sum to hyperbolic sines with the coefficients above, all n. Leaving out n &gt; 4 costs less than
/// 1.01·e^{−5(P − reach)} ≤ 10⁻¹³ for P = reach + 6; ending the sines at t = 9.4 costs less than (2/π)·e^{−9.4π} ≤ 10⁻¹³. The sum without hyperbolic sines needs P = reach + 30,
/// three times the terms where weights are small.
/// </remarks>
/// <param name="Antiperiod">P.</param>
/// <param name="Waves">Number of sines.</param>
internal readonly record struct LogisticCurve(double Antiperiod, int Waves)
{
    /// <summary>Number of hyperbolic sines.</summary>
    public const int Growths = 4;

    private const double Margin = 6;
    private const double LastFrequency = 9.4;

    /// <summary>h.</summary>
    public double Step => 2 * Math.PI / Antiperiod;

    /// <summary>The terms for arguments between −<paramref name="reach"/> and <paramref name="reach"/>.</summary>
    public static LogisticCurve For(double reach) => new(reach + Margin, (int)Math.Ceiling(LastFrequency * (reach + Margin) / (2 * Math.PI)));

    /// <summary>t_j.</summary>
    public double Frequency(int wave) => (wave + 0.5) * Step;

    /// <summary>What the sine of a frequency is multiplied by.</summary>
    public double WaveAmplitude(int wave) => Step / Math.Sinh(Math.PI * Frequency(wave));

    /// <summary>What sinh(n x) is multiplied by, times e^{nP}, so that it neither overflows nor vanishes.</summary>
    public double GrowthAmplitude(int n) => (n % 2 == 1 ? 2 : -2) / (1 + Math.Exp(-n * Antiperiod));
}
