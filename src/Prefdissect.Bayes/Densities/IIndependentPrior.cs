namespace Prefdissect.Bayes.Densities;

/// <summary>A prior under which all weights are independent and share one proper distribution; the coordinates are the weights.</summary>
public interface IIndependentPrior : IPrior
{
    /// <summary>Log density of one weight, constants dropped so that it is 0 at the mode. Negative infinity where the weight is not finite.</summary>
    double LogDensity(double value);

    /// <summary>Derivative of <see cref="LogDensity"/>; at a kink the middle of the one-sided derivatives. 0 where it is not finite.</summary>
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
    void IPrior.CopyWeights(ReadOnlySpan<double> position, Span<double> weights)
    {
        for (var i = 0; i < position.Length; i++)
            weights[i] = double.IsFinite(position[i]) ? position[i] : 0;
    }

    /// <inheritdoc/>
    void IPrior.PullBack(ReadOnlySpan<double> position, ReadOnlySpan<double> ofWeights, Span<double> gradient)
    {
        for (var i = 0; i < ofWeights.Length; i++)
            gradient[i] = double.IsFinite(ofWeights[i]) ? ofWeights[i] : 0;
    }
}
