using Prefdissect.Bayes.Densities;

namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// The posterior of a logistic regression with two weights, by quadrature: exact but for the grid, and a thousand times cheaper than draws. The nodes of
/// both weights are whole multiples of one step, so that the kink of a Laplace prior lies on a node and the sum and the difference of the weights lie on
/// the same lattice: one exponential a node, and no more logistic functions than nodes on a line. The step is halved until each of the two weights, their sum and
/// their difference has enough nodes in the region that matters; the log posterior is concave, so this region is one piece.
/// </summary>
internal static class TwoWeightPosterior
{
    /// <summary>Nodes whose log posterior lies this far below the best are left out: a mass of 10⁻¹³.</summary>
    private const double Depth = 30;

    /// <summary>Nodes wanted across the region: a step of a third of a standard deviation, where the trapezoidal rule has no error left for a smooth density.</summary>
    private const int EnoughNodes = 48;

    /// <summary>Weights beyond this are not told apart: σ(32) is 1 but for 10⁻¹⁴.</summary>
    private const double Bound = 32;

    private const double FirstStep = 2;

    /// <summary>No finer step is taken: it moves no prediction by more than a tenth of a millionth.</summary>
    private const double SmallestStep = 1e-6;

    /// <summary>Probability that the leading response of a pair of each kind wins, averaged over the posterior given the votes.</summary>
    public static double[] Predict(TwoWeightCounts votes, IIndependentPrior prior)
    {
        var secondIsFree = votes.Won[1..].ContainsAnyExcept(0.0) || votes.Lost[1..].ContainsAnyExcept(0.0);
        var limit = (int)(Bound / FirstStep);
        var grid = new Grid(votes, prior, FirstStep, new Box(-limit, limit, secondIsFree ? -limit : 0, secondIsFree ? limit : 0));
        while (true)
        {
            var kept = grid.Kept();
            var wider = kept.PushedOut(grid.Box, (int)(Bound / grid.Step), secondIsFree);
            if (wider != grid.Box) grid = new Grid(votes, prior, grid.Step, wider);
            else if (grid.FewestNodes(secondIsFree) >= EnoughNodes || grid.Step < SmallestStep) return grid.Predictions();
            else grid = new Grid(votes, prior, grid.Step / 2, kept.Halved(secondIsFree));
        }
    }

    private readonly record struct Box(int Low1, int High1, int Low2, int High2)
    {
        /// <summary>The box around the same region on nodes twice as dense, with room of two coarse nodes.</summary>
        public Box Halved(bool secondIsFree) => secondIsFree
            ? new Box(2 * Low1 - 4, 2 * High1 + 4, 2 * Low2 - 4, 2 * High2 + 4)
            : new Box(2 * Low1 - 4, 2 * High1 + 4, 0, 0);

        /// <summary>A box, grown on every side that this one, which lies within it, touches.</summary>
        public Box PushedOut(Box around, int limit, bool secondIsFree)
        {
            var (grow1, grow2) = (around.High1 - around.Low1, secondIsFree ? around.High2 - around.Low2 : 0);
            return new Box(
                Low1 == around.Low1 && Low1 > -limit ? Math.Max(-limit, Low1 - grow1) : around.Low1,
                High1 == around.High1 && High1 < limit ? Math.Min(limit, High1 + grow1) : around.High1,
                Low2 == around.Low2 && Low2 > -limit ? Math.Max(-limit, Low2 - grow2) : around.Low2,
                High2 == around.High2 && High2 < limit ? Math.Min(limit, High2 + grow2) : around.High2);
        }
    }

    /// <summary>The log posterior on the nodes of a box, as a sum of functions of each weight, their sum and their difference.</summary>
    private sealed class Grid
    {
        private readonly double[] ofFirst, ofSecond, ofSum, ofDifference;
        private readonly double best;

        public Grid(TwoWeightCounts votes, IIndependentPrior prior, double step, Box box)
        {
            (Step, Box) = (step, box);
            ofFirst = Line(box.Low1, box.High1, 0, withPrior: prior);
            ofSecond = Line(box.Low2, box.High2, 1, withPrior: prior);
            ofSum = Line(box.Low1 + box.Low2, box.High1 + box.High2, 2, withPrior: null);
            ofDifference = Line(box.Low1 - box.High2, box.High1 - box.Low2, 3, withPrior: null);
            best = double.NegativeInfinity;
            for (var i = 0; i < ofFirst.Length; i++)
            {
                for (var j = 0; j < ofSecond.Length; j++) best = Math.Max(best, At(i, j));
            }

            double[] Line(int low, int high, int kind, IIndependentPrior? withPrior)
            {
                var line = new double[high - low + 1];
                for (var i = 0; i < line.Length; i++)
                {
                    var value = (low + i) * step;
                    line[i] = Part(votes.Won[kind], value) + Part(votes.Lost[kind], -value) + (withPrior?.LogDensity(value) ?? 0);
                }
                return line;
            }
        }

        public double Step { get; }

        public Box Box { get; }

        /// <summary>The smallest box around the nodes that matter.</summary>
        public Box Kept()
        {
            var kept = new Box(int.MaxValue, int.MinValue, int.MaxValue, int.MinValue);
            ForEachKept((i, j, _) => kept = new Box(
                Math.Min(kept.Low1, Box.Low1 + i), Math.Max(kept.High1, Box.Low1 + i), Math.Min(kept.Low2, Box.Low2 + j), Math.Max(kept.High2, Box.Low2 + j)));
            return kept;
        }

        /// <summary>The smallest number of nodes that the region spans, over the weights, their sum and their difference.</summary>
        public int FewestNodes(bool secondIsFree)
        {
            var spans = new (int Low, int High)[secondIsFree ? 4 : 1];
            Array.Fill(spans, (int.MaxValue, int.MinValue));
            ForEachKept((i, j, _) =>
            {
                for (var kind = 0; kind < spans.Length; kind++)
                {
                    var place = kind switch { 0 => i, 1 => j, 2 => i + j, _ => i - j };
                    spans[kind] = (Math.Min(spans[kind].Low, place), Math.Max(spans[kind].High, place));
                }
            });
            return spans.Min(span => span.High - span.Low + 1);
        }

        public double[] Predictions()
        {
            double first = 0, second = 0, sum = 0, difference = 0, all = 0;
            ForEachKept((i, j, density) =>
            {
                var (one, other) = ((Box.Low1 + i) * Step, (Box.Low2 + j) * Step);
                all += density;
                first += density * Degree.Of(one);
                second += density * Degree.Of(other);
                sum += density * Degree.Of(one + other);
                difference += density * Degree.Of(one - other);
            });
            return [first / all, second / all, sum / all, difference / all];
        }

        private double At(int i, int j) => ofFirst[i] + ofSecond[j] + ofSum[i + j] + ofDifference[i - j + ofSecond.Length - 1];

        private void ForEachKept(Action<int, int, double> use)
        {
            for (var i = 0; i < ofFirst.Length; i++)
            {
                for (var j = 0; j < ofSecond.Length; j++)
                {
                    if (At(i, j) is var height && height >= best - Depth) use(i, j, Math.Exp(height - best));
                }
            }
        }

        private static double Part(double votes, double logOdds) => votes == 0 ? 0 : votes * (Math.Min(logOdds, 0) - Math.Log(1 + Math.Exp(-Math.Abs(logOdds))));
    }
}
