namespace Prefdissect.Bayes.Sampling;

/// <summary>An integrator used on one point at a time.</summary>
internal static class IntegratorSteps
{
    /// <summary>Writes log density and gradient for the position of the point.</summary>
    public static void Evaluate(this IIntegrator integrator, PhasePoint point) => integrator.Evaluate(new ReadOnlySpan<PhasePoint>(in point));

    /// <summary>Moves a point whose log density and gradient are up to date, and leaves them so. A negative size goes back in time.</summary>
    public static void Step(this IIntegrator integrator, PhasePoint point, DiagonalMetric metric, double size)
    {
        integrator.Depart(point, metric, size);
        integrator.Evaluate(point);
        integrator.Arrive(point, size);
    }
}
