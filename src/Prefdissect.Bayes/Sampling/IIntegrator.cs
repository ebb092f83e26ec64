namespace Prefdissect.Bayes.Sampling;

/// <summary>A reversible, volume-preserving map that follows Hamilton's equations for one step. One a chain.</summary>
internal interface IIntegrator
{
    int Dimension { get; }

    /// <summary>A step beyond which a longer one cannot pay, in units of the metric; infinite where the energy error itself limits the step.</summary>
    double LongestStep { get; }

    /// <summary>Writes what is known of each coordinate's variance before the first draw.</summary>
    void BeginMetric(DiagonalMetric metric);

    /// <summary>Writes log density and gradient for the position of the point.</summary>
    void Evaluate(PhasePoint point);

    /// <summary>Moves a point whose log density and gradient are up to date, and leaves them so. A negative size goes back in time.</summary>
    void Step(PhasePoint point, DiagonalMetric metric, double size);
}
