using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

/// <summary>The steps that a transition takes, against a criterion written down from its definition on lists of momenta.</summary>
public class TrajectoryTests
{
    private const int Dimension = 3;
    private const int MaxDepth = 7;

    [Fact]
    public void A_trajectory_is_doubled_exactly_until_some_part_of_it_turns_back()
    {
        var recorder = new Recorder(new Leapfrog(KnownTargetTests.PriorAlone(new LaplacePrior(0.7), Dimension)));
        var trajectory = new Trajectory(recorder, MaxDepth);
        var metric = new DiagonalMetric(Dimension);
        double[] inverseMass = [0.5, 2, 1];
        inverseMass.CopyTo(metric.InverseMass, 0);
        var random = new RandomStream(17, 0);
        var (current, next) = (new PhasePoint(Dimension), new PhasePoint(Dimension));
        recorder.Evaluate(current);
        var endings = new HashSet<string>();
        for (var transition = 0; transition < 2000; transition++)
        {
            recorder.Steps.Clear();
            var info = trajectory.Advance(current, next, metric, 0.11, random);
            info.Leapfrogs.ShouldBe(recorder.Steps.Count);
            endings.Add(Check(recorder, info, inverseMass));
            (current, next) = (next, current);
        }
        endings.ShouldBe(["whole turns", "half turns"], ignoreOrder: true);
    }

    /// <summary>Replays the doublings of one transition, and says how it ended.</summary>
    private static string Check(Recorder recorder, TransitionInfo info, double[] inverseMass)
    {
        List<double[]> line = [recorder.Start!];
        var taken = 0;
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            var size = 1 << depth;
            var half = recorder.Steps.Skip(taken).Take(size).ToArray();
            half.Select(step => Math.Sign(step.Size)).Distinct().Count().ShouldBe(1);
            taken += half.Length;
            double[][] travelled = [.. half.Select(step => step.Momentum)];
            if (half.Length < size || !IsStraight(travelled, inverseMass))
            {
                taken.ShouldBe(recorder.Steps.Count);
                info.TreeDepth.ShouldBe(depth);
                EndsInATurn(travelled, inverseMass).ShouldBeTrue();
                return "half turns";
            }
            var ahead = half[0].Size > 0;
            double[][] older = [.. ahead ? line : Enumerable.Reverse(line)];
            var apart = MoveApart(older, travelled, inverseMass);
            if (ahead)
                line.AddRange(travelled);
            else
                line.InsertRange(0, travelled.Reverse());
            if (!apart)
            {
                taken.ShouldBe(recorder.Steps.Count);
                info.TreeDepth.ShouldBe(depth + 1);
                return "whole turns";
            }
        }
        return "deepest";
    }

    /// <summary>Whether no aligned block of 2, 4, 8, … of these 2^k momenta turns back.</summary>
    private static bool IsStraight(double[][] travelled, double[] inverseMass)
    {
        if (travelled.Length == 1)
            return true;
        var (first, second) = (travelled[..(travelled.Length / 2)], travelled[(travelled.Length / 2)..]);
        return IsStraight(first, inverseMass) && IsStraight(second, inverseMass) && MoveApart(first, second, inverseMass);
    }

    /// <summary>Whether the walk stopped at the first chance: some aligned block that ends with its last step turns back, and none did before.</summary>
    private static bool EndsInATurn(double[][] travelled, double[] inverseMass)
    {
        for (var size = 2; size <= travelled.Length; size *= 2)
            for (var end = size; end <= travelled.Length; end += size)
                if (!MoveApart(travelled[(end - size)..(end - size / 2)], travelled[(end - size / 2)..end], inverseMass) && end < travelled.Length)
                    return false;
        return Enumerable.Range(1, 10).Select(power => 1 << power).Any(size => travelled.Length % size == 0
            && !MoveApart(travelled[^size..^(size / 2)], travelled[^(size / 2)..], inverseMass));
    }

    private static bool MoveApart(double[][] first, double[][] second, double[] inverseMass) =>
        Straight([.. first, .. second], inverseMass) && Straight([.. first, second[0]], inverseMass) && Straight([first[^1], .. second], inverseMass);

    private static bool Straight(double[][] momenta, double[] inverseMass)
    {
        double[] velocity = [.. Enumerable.Range(0, Dimension).Select(i => inverseMass[i] * momenta.Sum(momentum => momentum[i]))];
        return Along(momenta[0]) > 0 && Along(momenta[^1]) > 0;

        double Along(double[] momentum) => momentum.Zip(velocity, (p, v) => p * v).Sum();
    }

    private sealed class Recorder(IIntegrator inner) : IIntegrator
    {
        public List<(double Size, double[] Momentum)> Steps { get; } = [];

        public double[]? Start { get; private set; }

        public int Dimension => inner.Dimension;

        public double LongestStep => inner.LongestStep;

        public IMetricAdaptation BeginMetric(DiagonalMetric metric) => inner.BeginMetric(metric);

        public void Evaluate(ReadOnlySpan<PhasePoint> points) => inner.Evaluate(points);

        public void Depart(PhasePoint point, DiagonalMetric metric, double size)
        {
            if (Steps.Count == 0)
                Start = point.Momentum[..Dimension];
            inner.Depart(point, metric, size);
        }

        public void Arrive(PhasePoint point, double size)
        {
            inner.Arrive(point, size);
            Steps.Add((size, point.Momentum[..Dimension]));
        }
    }
}
