using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Sampling;

/// <summary>A Euclidean metric with a diagonal mass matrix: kinetic energy ½ Σ p²·v, where v is the inverse mass, near the posterior variance.</summary>
internal sealed class DiagonalMetric
{
    private readonly int dimension;

    /// <summary>The unit metric.</summary>
    public DiagonalMetric(int dimension)
    {
        this.dimension = dimension;
        InverseMass = PhasePoint.NewVector(dimension);
        InverseMass.AsSpan().Fill(1);
    }

    /// <summary>One positive number a coordinate, padded with ones.</summary>
    public double[] InverseMass { get; }

    /// <summary>Momenta from their normal distribution under this metric.</summary>
    public void SampleMomentum(RandomStream random, double[] momentum)
    {
        for (var i = 0; i < dimension; i++)
            momentum[i] = random.NextNormal();
        var p = PhasePoint.Vectors(momentum);
        var v = PhasePoint.Vectors(InverseMass);
        for (var i = 0; i < p.Length; i++)
            p[i] /= Vector512.Sqrt(v[i]);
    }

    public double KineticEnergy(double[] momentum)
    {
        var p = PhasePoint.Vectors(momentum);
        var v = PhasePoint.Vectors(InverseMass);
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < p.Length; i++)
            sum += p[i] * p[i] * v[i];
        return 0.5 * Vector512.Sum(sum);
    }

    /// <summary>
    /// Whether a piece of trajectory still moves apart at both ends: the velocity at each end points along the summed momentum of the piece
    /// (the generalised criterion of Betancourt, 2017). The sum is given in two parts.
    /// </summary>
    public bool MovesApart(double[] firstEnd, double[] secondEnd, double[] sum, double[] furtherSum)
    {
        var a = PhasePoint.Vectors(firstEnd);
        var b = PhasePoint.Vectors(secondEnd);
        var r = PhasePoint.Vectors(sum);
        var s = PhasePoint.Vectors(furtherSum);
        var v = PhasePoint.Vectors(InverseMass);
        Vector512<double> alongA = Vector512<double>.Zero, alongB = alongA;
        for (var i = 0; i < v.Length; i++)
        {
            var velocity = (r[i] + s[i]) * v[i];
            alongA += a[i] * velocity;
            alongB += b[i] * velocity;
        }
        return Vector512.Sum(alongA) > 0 && Vector512.Sum(alongB) > 0;
    }
}
