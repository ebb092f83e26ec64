namespace Prefdissect.Bayes.Densities;

/// <summary>
/// A proper prior of the weights of a regression. A sampler may walk other coordinates than the weights themselves, where the prior is easier to follow
/// in them; weights are then a function of the coordinates. Immutable, so safe for any number of threads.
/// Its <see cref="object.ToString"/> is the text that <see cref="PriorSpecification.Parse"/> reads.
/// </summary>
public interface IPrior
{
    /// <summary>Number of coordinates that stand for so many weights.</summary>
    int CoordinatesOf(int weights);

    /// <summary>The rate r, 0 or more, of a kink of every coordinate at 0: log density + r·|x| is smooth. 0 where there is none.</summary>
    double KinkRate => 0;

    /// <summary>Mean acceptance statistic that the sampler's step size is best adapted to, strictly between 0 and 1 (<see cref="Sampling.NutsOptions.TargetAcceptance"/>).</summary>
    double TargetAcceptance => 0.8;

    /// <summary>
    /// The same prior in coordinates that suit data of about this information on each weight (the negative curvature of the log likelihood, 0 or more); itself where the
    /// coordinates are the weights.
    /// </summary>
    IPrior Informed(ReadOnlySpan<double> information) => this;

    /// <summary>
    /// Adds the prior's gradient at <paramref name="position"/>, coordinates, to <paramref name="gradient"/> and returns the log density of the coordinates, up to a constant.
    /// Negative infinity, with a gradient of no meaning, where a coordinate is not finite or the density overflows.
    /// </summary>
    double AddTo(ReadOnlySpan<double> position, Span<double> gradient);

    /// <summary>As <see cref="AddTo"/>, of the smooth part: the log density + r·|x|.</summary>
    double AddSmoothTo(ReadOnlySpan<double> position, Span<double> gradient) => AddTo(position, gradient);

    /// <summary>Writes the weights that coordinates stand for: any finite numbers where the log density is negative infinity.</summary>
    void CopyWeights(ReadOnlySpan<double> position, Span<double> weights);

    /// <summary>Writes the gradient, finite numbers, by the coordinates of what has gradient <paramref name="ofWeights"/> by the weights.</summary>
    void PullBack(ReadOnlySpan<double> position, ReadOnlySpan<double> ofWeights, Span<double> gradient);
}
