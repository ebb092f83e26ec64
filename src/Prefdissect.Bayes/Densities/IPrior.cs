namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A prior under which all coordinates are independent and share one proper distribution. Immutable, so safe for any number of threads.
/// Its <see cref="object.ToString"/> is the text that <see cref="PriorSpecification.Parse"/> reads.
/// </summary>
public interface IPrior
{
    /// <summary>Log density of one coordinate, constants dropped so that it is 0 at the mode.</summary>
    double LogDensity(double value);

    /// <summary>Derivative of <see cref="LogDensity"/>; at a kink the middle of the one-sided derivatives.</summary>
    double Derivative(double value);

    /// <summary>The rate r, 0 or more, of a kink at 0: log density + r·|x| is smooth. 0 where there is none.</summary>
    double KinkRate => 0;

    /// <summary>As <see cref="AddTo"/>, of the smooth part: the log density + r·|x|.</summary>
    double AddSmoothTo(ReadOnlySpan<double> position, Span<double> gradient) => AddTo(position, gradient);

    /// <summary>Adds the prior's gradient at <paramref name="position"/> to <paramref name="gradient"/> and returns its log density, summed over coordinates.</summary>
    double AddTo(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var sum = 0.0;
        for (var i = 0; i < position.Length; i++)
        {
            sum += LogDensity(position[i]);
            gradient[i] += Derivative(position[i]);
        }
        return sum;
    }
}
