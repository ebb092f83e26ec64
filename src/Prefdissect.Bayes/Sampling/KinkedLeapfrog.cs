using System.Runtime.Intrinsics;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// The leapfrog for a density with kinks at 0: half a kick by the gradient of the smooth part, the exact motion under kinetic energy and kinks, half a kick.
/// Reversible and volume-preserving like the plain one, so the target stays exact; what it errs by depends on the smooth part alone.
/// </summary>
internal sealed class KinkedLeapfrog : IIntegrator
{
    private readonly IKinkedDensity density;
    private readonly double[] rates;
    private double[] positions = [], gradients = [], values = [];

    public KinkedLeapfrog(IKinkedDensity density)
    {
        this.density = density;
        Dimension = density.Dimension;
        rates = RatesOf(density);
        LongestStep = rates.AsSpan(0, Dimension).Contains(0.0) ? double.PositiveInfinity : 1.5;
    }

    public int Dimension { get; }

    /// <summary>About a third of a period of the flow of a typical point: where the smooth part says nothing, every step is exact and none would be too long.</summary>
    public double LongestStep { get; }

    /// <summary>The rates of a density, padded with zeros.</summary>
    /// <exception cref="ArgumentException">A rate is negative or not finite.</exception>
    public static double[] RatesOf(IKinkedDensity density)
    {
        var rates = PhasePoint.NewVector(density.Dimension);
        density.CopyKinkRates(rates.AsSpan(0, density.Dimension));
        for (var i = 0; i < rates.Length; i++)
            if (!(rates[i] >= 0 && double.IsFinite(rates[i])))
                throw new ArgumentException($"The kink rate of coordinate {i} is {rates[i]}; it must be a finite number of 0 or more.", nameof(density));
        return rates;
    }

    /// <summary>The variance of the Laplace distribution that a kink alone would make.</summary>
    public IMetricAdaptation BeginMetric(DiagonalMetric metric)
    {
        for (var i = 0; i < Dimension; i++)
            if (2 / (rates[i] * rates[i]) is var variance and >= 1e-300 and <= 1e300)
                metric.InverseMass[i] = variance;
        return new DiagonalAdaptation(metric, Dimension);
    }

    public void Evaluate(ReadOnlySpan<PhasePoint> points)
    {
        if (density is IManyPointDensity many)
            EvaluateTogether(many, points);
        else
            foreach (var point in points)
                point.LogDensity = density.EvaluateSmooth(point.Position.AsSpan(0, Dimension), point.Gradient.AsSpan(0, Dimension));
        foreach (var point in points)
            point.LogDensity -= Kinks(point);
    }

    public void Depart(PhasePoint point, DiagonalMetric metric, double size)
    {
        var position = PhasePoint.Vectors(point.Position);
        var momentum = PhasePoint.Vectors(point.Momentum);
        var gradient = PhasePoint.Vectors(point.Gradient);
        var inverseMass = PhasePoint.Vectors(metric.InverseMass);
        var rate = PhasePoint.Vectors(rates);
        var half = Vector512.Create(0.5 * size);
        var time = Vector512.Create(Math.Abs(size));
        // Back in time is forwards with all momenta turned round.
        var turn = Vector512.Create(size < 0 ? -0.0 : 0.0);
        for (var i = 0; i < momentum.Length; i++)
        {
            var p = (momentum[i] + half * gradient[i]) ^ turn;
            KinkedFlow.Move(ref position[i], ref p, inverseMass[i], rate[i], time);
            momentum[i] = p ^ turn;
        }
    }

    public void Arrive(PhasePoint point, double size) => point.Kick(0.5 * size);

    private void EvaluateTogether(IManyPointDensity many, ReadOnlySpan<PhasePoint> points)
    {
        if (values.Length < points.Length)
            (positions, gradients, values) = (new double[points.Length * Dimension], new double[points.Length * Dimension], new double[points.Length]);
        for (var i = 0; i < points.Length; i++)
            points[i].Position.AsSpan(0, Dimension).CopyTo(positions.AsSpan(i * Dimension));
        many.EvaluateSmooth(positions.AsSpan(0, points.Length * Dimension), gradients.AsSpan(0, points.Length * Dimension), values.AsSpan(0, points.Length));
        for (var i = 0; i < points.Length; i++)
        {
            gradients.AsSpan(i * Dimension, Dimension).CopyTo(points[i].Gradient);
            points[i].LogDensity = values[i];
        }
    }

    private double Kinks(PhasePoint point)
    {
        var position = PhasePoint.Vectors(point.Position);
        var rate = PhasePoint.Vectors(rates);
        var kinks = Vector512<double>.Zero;
        for (var i = 0; i < position.Length; i++)
            kinks += rate[i] * Vector512.Abs(position[i]);
        return Vector512.Sum(kinks);
    }
}
