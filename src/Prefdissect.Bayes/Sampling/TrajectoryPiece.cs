using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Sampling;

/// <summary>What the No-U-Turn criterion has to know of a stretch of trajectory, seen in the direction of travel.</summary>
internal sealed class TrajectoryPiece(int dimension)
{
    private double[] begin = PhasePoint.NewVector(dimension);
    private double[] end = PhasePoint.NewVector(dimension);
    private readonly double[] sum = PhasePoint.NewVector(dimension);

    /// <summary>Becomes the single point of this momentum.</summary>
    public void StartAt(double[] momentum)
    {
        momentum.CopyTo(begin, 0);
        momentum.CopyTo(end, 0);
        momentum.CopyTo(sum, 0);
    }

    /// <summary>Grows by the neighbouring piece behind, which is used up.</summary>
    public void Prepend(TrajectoryPiece previous)
    {
        (begin, previous.begin) = (previous.begin, begin);
        TensorPrimitives.Add(sum, previous.sum, sum);
    }

    /// <summary>Grows by the neighbouring piece ahead, which is used up.</summary>
    public void Append(TrajectoryPiece next)
    {
        (end, next.end) = (next.end, end);
        TensorPrimitives.Add(sum, next.sum, sum);
    }

    /// <summary>Looks at the piece from its other end.</summary>
    public void Reverse() => (begin, end) = (end, begin);

    /// <summary>
    /// Whether this piece and the next together still move apart; also each with the nearest point of the other, so that
    /// a turn which falls between the two is seen.
    /// </summary>
    public bool MovesApartWith(TrajectoryPiece next, DiagonalMetric metric) =>
        metric.MovesApart(begin, next.end, sum, next.sum)
        && metric.MovesApart(begin, next.begin, sum, next.begin)
        && metric.MovesApart(end, next.end, end, next.sum);
}
