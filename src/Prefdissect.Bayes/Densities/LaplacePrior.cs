using System.Globalization;

namespace Prefdissect.Bayes.Densities;

/// <summary>The double-exponential prior centred on 0: density ∝ exp(−|x| / scale). Its standard deviation is √2 · scale.</summary>
public sealed record LaplacePrior : IIndependentPrior
{
    private readonly double rate;

    /// <summary>A Laplace prior of a given scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not a positive finite number with a finite inverse.</exception>
    public LaplacePrior(double scale)
    {
        Scale = PriorSpecification.RequireScale(scale);
        rate = 1 / scale;
    }

    /// <summary>The mean of |x|; positive.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double LogDensity(double value) => double.IsFinite(value) ? -Math.Abs(value) * rate : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Derivative(double value) => value == 0 || !double.IsFinite(value) ? 0 : Math.CopySign(rate, -value);

    /// <inheritdoc/>
    public double AddTo(ReadOnlySpan<double> position, Span<double> gradient)
    {
        gradient = gradient[..position.Length];
        var sum = 0.0;
        for (var i = 0; i < position.Length; i++)
        {
            var value = position[i];
            sum += Math.Abs(value);
            gradient[i] += value == 0 ? 0 : Math.CopySign(rate, -value);
        }
        return double.IsFinite(sum) ? -sum * rate : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    public double KinkRate => rate;

    /// <inheritdoc/>
    public double AddSmoothTo(ReadOnlySpan<double> position, Span<double> gradient) => 0;

    /// <summary>The prior as text, such as <c>laplace:0.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"laplace:{Scale:R}");
}
