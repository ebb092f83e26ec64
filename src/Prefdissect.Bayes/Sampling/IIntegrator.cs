namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// A reversible, volume-preserving map that follows Hamilton's equations for one step, in two parts with an evaluation between them:
/// so that the steps of several chains can be evaluated together. One a thread.
/// </summary>
internal interface IIntegrator
{
    int Dimension { get; }

    /// <summary>A step beyond which a longer one cannot pay, in units of the metric; infinite where the energy error itself limits the step.</summary>
    double LongestStep { get; }

    /// <summary>Writes what is known of each coordinate's variance before the first draw, and returns how the metric of a chain is learnt from then on.</summary>
    IMetricAdaptation BeginMetric(DiagonalMetric metric);

    /// <summary>Writes log density and gradient for the position of each point. What a point gets does not depend on the others.</summary>
    void Evaluate(ReadOnlySpan<PhasePoint> points);

    /// <summary>Moves a point whose gradient is up to date to where the step ends; then it must be evaluated, and arrive. A negative size goes back in time.</summary>
    void Depart(PhasePoint point, DiagonalMetric metric, double size);

    /// <summary>Ends a step: brings the momentum to the time of the position.</summary>
    void Arrive(PhasePoint point, double size);
}
