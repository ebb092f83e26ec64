using System.Globalization;

namespace Prefdissect.Bayes.Densities;

/// <summary>The normal prior centred on 0: density ∝ exp(−½ (x / scale)²).</summary>
public sealed record NormalPrior : IIndependentPrior
{
    private readonly double precision;

    /// <summary>A normal prior of a given standard deviation.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not a positive finite number whose inverse square is finite and not 0.</exception>
    public NormalPrior(double scale)
    {
        Scale = PriorSpecification.RequireScale(scale);
        precision = 1 / (scale * scale);
    }

    /// <summary>The standard deviation; positive.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double LogDensity(double value) => double.IsFinite(value) ? -0.5 * precision * value * value : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Derivative(double value) => -precision * value is var slope && double.IsFinite(slope) ? slope : 0;

    /// <summary>The prior as text, such as <c>normal:1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"normal:{Scale:R}");
}
