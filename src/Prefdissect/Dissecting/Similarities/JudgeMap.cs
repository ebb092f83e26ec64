using MathNet.Numerics.LinearAlgebra;

namespace Prefdissect.Dissecting.Similarities;

/// <summary>
/// Judges in a plane, those that prefer alike near to each other: metric multidimensional scaling of a similarity matrix. The start is classical scaling (Torgerson 1952),
/// the result the stationary point of the raw stress that SMACOF's majorisation reaches from there (De Leeuw 1977): the stress never rises, and nothing is drawn by chance.
/// Distances in the plane are what a map tells; its directions mean nothing. They are fixed by a rule, so that one matrix gives one map: the axes are
/// the principal ones, the widest across, and the judge farthest from the middle along an axis lies at its positive end.
/// </summary>
/// <param name="Judges">Names, in the order of the matrix.</param>
/// <param name="Points">Coordinates of each, centred on 0, in the unit of the distances.</param>
/// <param name="Stress">Kruskal's stress-1: √(Σ(d−δ)² ⁄ Σd²) over all pairs; 0 where the plane holds the distances exactly.</param>
/// <param name="Iterations">Steps of the majorisation.</param>
public sealed record JudgeMap(IReadOnlyList<string> Judges, IReadOnlyList<(double X, double Y)> Points, double Stress, int Iterations)
{
    /// <summary>Most steps; a stress that then still falls by more than 1e-12 of itself is as good as settled for a drawing.</summary>
    private const int MostIterations = 3000;
    private const double Settled = 1e-12;

    /// <summary>
    /// The map of a similarity matrix. The distance of two judges is √(2(1−r)) for a correlation r: that is the Euclidean distance of their standardised weights (of the ranks
    /// for Spearman's), divided by √p. For the normalised L1 and L2, which are minus a distance and 0 for equal weights, it is −s: the same metric, since 1−s is only 1 more for every pair.
    /// </summary>
    /// <param name="matrix">Of at least one judge, every cell with a value.</param>
    /// <exception cref="ArgumentException">A cell has no value; the message names the judges and the reason.</exception>
    public static JudgeMap Of(SimilarityMatrix matrix)
    {
        var count = matrix.Judges.Count;
        var distances = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (i == j) continue;
                var value = matrix[i, j].Value
                    ?? throw new ArgumentException($"No similarity of '{matrix.Judges[i]}' and '{matrix.Judges[j]}' can be stated: {matrix[i, j].Reason}.", nameof(matrix));
                distances[i, j] = DistanceOf(matrix.Metric, value);
            }
        }
        var (points, stress, iterations) = Scale(distances);
        return new JudgeMap(matrix.Judges, points, stress, iterations);
    }

    /// <summary>The distance that a similarity of a metric stands for.</summary>
    public static double DistanceOf(string metric, double similarity) =>
        metric is "pearson" or "spearman" ? Math.Sqrt(Math.Max(0, 2 * (1 - similarity))) : Math.Max(0, -similarity);

    /// <summary>Points in a plane whose distances come as near as SMACOF gets to those given, their stress-1, and the steps taken.</summary>
    /// <param name="distances">n × n, n ≥ 1, symmetric, finite, not negative, 0 on the diagonal.</param>
    /// <param name="start">Where to begin; classical scaling where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The matrix is not such a one.</exception>
    public static (IReadOnlyList<(double X, double Y)> Points, double Stress, int Iterations) Scale(double[,] distances, IReadOnlyList<(double X, double Y)>? start = null)
    {
        Check(distances);
        var points = (start ?? Classical(distances)).ToArray();
        var stress = RawStress(distances, points);
        var iterations = 0;
        for (; iterations < MostIterations && stress > 0; iterations++)
        {
            var moved = Majorise(distances, points);
            var less = RawStress(distances, moved);
            if (less > stress) break;
            var fall = stress - less;
            (points, stress) = (moved, less);
            if (fall <= Settled * stress) break;
        }
        return (Oriented(points), StressOne(distances, points), iterations);
    }

    /// <summary>One step of the majorisation (Guttman's transform with equal weights): the raw stress of the result is not above that of <paramref name="points"/>.</summary>
    internal static (double X, double Y)[] Majorise(double[,] distances, (double X, double Y)[] points)
    {
        var moved = new (double X, double Y)[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            double x = 0, y = 0;
            for (var j = 0; j < points.Length; j++)
            {
                var (dx, dy) = (points[i].X - points[j].X, points[i].Y - points[j].Y);
                var distance = Math.Sqrt(dx * dx + dy * dy);
                if (distance <= 0) continue;
                x += distances[i, j] / distance * dx;
                y += distances[i, j] / distance * dy;
            }
            moved[i] = (x / points.Length, y / points.Length);
        }
        return moved;
    }

    /// <summary>Σ(d−δ)² over all pairs.</summary>
    internal static double RawStress(double[,] distances, ReadOnlySpan<(double X, double Y)> points)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++) sum += Square(Between(points[i], points[j]) - distances[i, j]);
        }
        return sum;
    }

    private static double StressOne(double[,] distances, ReadOnlySpan<(double X, double Y)> points)
    {
        var spread = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++) spread += Square(Between(points[i], points[j]));
        }
        return spread > 0 ? Math.Sqrt(RawStress(distances, points) / spread) : 0;
    }

    private static double Between((double X, double Y) one, (double X, double Y) other) => Math.Sqrt(Square(one.X - other.X) + Square(one.Y - other.Y));

    private static double Square(double value) => value * value;

    /// <summary>The two leading eigenvectors of the doubly centred −½δ², each times the root of its eigenvalue; 0 along one that is not positive.</summary>
    private static (double X, double Y)[] Classical(double[,] distances)
    {
        var n = distances.GetLength(0);
        var squares = Matrix<double>.Build.Dense(n, n, (i, j) => -0.5 * Square(distances[i, j]));
        var means = squares.RowSums() / n;
        var mean = means.Sum() / n;
        var centred = Matrix<double>.Build.Dense(n, n, (i, j) => squares[i, j] - means[i] - means[j] + mean);
        var eigen = centred.Evd(Symmetricity.Symmetric);
        return [.. Enumerable.Range(0, n).Select(i => (Along(n - 1, i), Along(n - 2, i)))];

        double Along(int column, int row) => column < 0 ? 0 : eigen.EigenVectors[row, column] * Math.Sqrt(Math.Max(0, eigen.EigenValues[column].Real));
    }

    private static (double X, double Y)[] Oriented((double X, double Y)[] points)
    {
        var (mx, my) = (points.Average(p => p.X), points.Average(p => p.Y));
        var centred = points.Select(p => (X: p.X - mx, Y: p.Y - my)).ToArray();
        var (xx, yy, xy) = (centred.Sum(p => p.X * p.X), centred.Sum(p => p.Y * p.Y), centred.Sum(p => p.X * p.Y));
        var turn = 0.5 * Math.Atan2(2 * xy, xx - yy);
        var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
        var turned = centred.Select(p => (X: cos * p.X + sin * p.Y, Y: cos * p.Y - sin * p.X)).ToArray();
        var (signX, signY) = (SignOf(turned.Select(p => p.X)), SignOf(turned.Select(p => p.Y)));
        return [.. turned.Select(p => (0 + signX * p.X, 0 + signY * p.Y))];
    }

    /// <summary>The sign of the value farthest from 0; of equally far ones the first counts, and rounding does not decide which that is.</summary>
    private static int SignOf(IEnumerable<double> values)
    {
        var all = values.ToList();
        var farthest = all.Max(Math.Abs);
        return all.First(value => Math.Abs(value) >= farthest * (1 - 1e-9)) < 0 ? -1 : 1;
    }

    private static void Check(double[,] distances)
    {
        var n = distances.GetLength(0);
        if (n == 0 || distances.GetLength(1) != n) throw new ArgumentException($"A distance matrix is square and not empty; this one is {n} × {distances.GetLength(1)}.", nameof(distances));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var distance = distances[i, j];
                if (!(double.IsFinite(distance) && distance >= 0) || (i == j && distance != 0) || Math.Abs(distance - distances[j, i]) > 1e-9 * Math.Max(1, distance))
                    throw new ArgumentException($"The distance of {i} and {j} is {distance}; expected a finite number of at least 0, the same both ways, and 0 of one to itself.", nameof(distances));
            }
        }
    }
}
