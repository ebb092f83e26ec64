namespace Prefdissect.Bayes.Densities;

/// <summary>A prior under which all weights are independent and share one proper distribution; the coordinates are the weights.</summary>
public interface IIndependentPrior : IPrior
{
    /// <summary>Log density of one weight, constants dropped so that it is 0 at the mode.</summary>
    double LogDensity(double value);

    /// <summary>Derivative of <see cref="LogDensity"/>; at a kink the middle of the one-sided derivatives.</summary>
    double Derivative(double value);

    /// <inheritdoc/>
    int IPrior.CoordinatesOf(int weights) => weights;

    /// <inheritdoc/>
    double IPrior.AddTo(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var sum = 0.0;
        for (var i = 0; i < position.Length; i++)
        {
            sum += LogDensity(position[i]);
            gradient[i] += Derivative(position[i]);
        }
        return sum;
    }

    /// <inheritdoc/>
    void IPrior.CopyWeights(ReadOnlySpan<double> position, Span<double> weights) => position.CopyTo(weights);

    /// <inheritdoc/>
    void IPrior.PullBack(ReadOnlySpan<double> position, ReadOnlySpan<double> ofWeights, Span<double> gradient) => ofWeights.CopyTo(gradient);
}
