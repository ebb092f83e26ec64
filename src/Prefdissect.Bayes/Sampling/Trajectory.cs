namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// One transition of the No-U-Turn sampler (Hoffman and Gelman, 2014) with multinomial sampling of the trajectory (Betancourt, 2017):
/// the trajectory is doubled, forwards or backwards in time by a coin, until some part of it turns back.
/// What it holds is scratch memory: a transition depends only on what it is given.
/// </summary>
internal sealed class Trajectory
{
    /// <summary>Energy error beyond which a step counts as divergent.</summary>
    private const double LargestEnergyError = 1000;

    private readonly IIntegrator integrator;
    private readonly int maxDepth;
    private readonly PhasePoint forward, backward, proposal;
    private readonly TrajectoryPiece older, newer;
    private readonly TrajectoryPiece[] firstHalves, secondHalves;

    public Trajectory(IIntegrator integrator, int maxDepth)
    {
        this.integrator = integrator;
        this.maxDepth = maxDepth;
        var dimension = integrator.Dimension;
        forward = new PhasePoint(dimension);
        backward = new PhasePoint(dimension);
        proposal = new PhasePoint(dimension);
        older = new TrajectoryPiece(dimension);
        newer = new TrajectoryPiece(dimension);
        firstHalves = [.. Enumerable.Range(0, maxDepth).Select(_ => new TrajectoryPiece(dimension))];
        secondHalves = [.. Enumerable.Range(0, maxDepth).Select(_ => new TrajectoryPiece(dimension))];
    }

    /// <summary>Moves from a point whose log density and gradient are up to date to the next point of the chain, of which the same holds.</summary>
    public TransitionInfo Advance(PhasePoint from, PhasePoint to, DiagonalMetric metric, double stepSize, RandomStream random)
    {
        to.CopyFrom(from);
        metric.SampleMomentum(random, to.Momentum);
        forward.CopyFrom(to);
        backward.CopyFrom(to);
        older.StartAt(to.Momentum);
        var walk = new Walk { Metric = metric, Random = random, StartEnergy = EnergyAt(to, metric), Point = forward, StepSize = stepSize };
        var energy = walk.StartEnergy;
        var logWeight = 0.0;
        var depth = 0;
        while (depth < maxDepth)
        {
            TurnByCoin(ref walk);
            walk.LogWeight = double.NegativeInfinity;
            if (!Extend(depth, newer, ref walk))
                break;
            depth++;
            // Biased towards the new half, away from where the chain was.
            if (random.NextUniform() < Math.Exp(walk.LogWeight - logWeight))
            {
                to.CopyFrom(proposal);
                energy = walk.ProposalEnergy;
            }
            if (!older.MovesApartWith(newer, metric))
                break;
            logWeight = LogSumExp(logWeight, walk.LogWeight);
            older.Append(newer);
        }
        return new TransitionInfo(energy, walk.AcceptanceSum / walk.Leapfrogs, depth, walk.Leapfrogs, walk.Diverged);
    }

    /// <summary>Chooses the end that grows, and looks at the trajectory so far from there.</summary>
    private void TurnByCoin(ref Walk walk)
    {
        var next = walk.Random.NextCoin() ? forward : backward;
        if (next == walk.Point)
            return;
        walk.Point = next;
        walk.StepSize = -walk.StepSize;
        older.Reverse();
    }

    /// <summary>Walks 2^depth steps on into <paramref name="piece"/>; false as soon as a part of them turns back or diverges.</summary>
    private bool Extend(int depth, TrajectoryPiece piece, ref Walk walk)
    {
        if (depth == 0)
            return Step(piece, ref walk);
        var first = firstHalves[depth];
        var second = secondHalves[depth];
        if (!Extend(depth - 1, first, ref walk) || !Extend(depth - 1, second, ref walk))
            return false;
        var movesApart = first.MovesApartWith(second, walk.Metric);
        piece.Join(first, second);
        return movesApart;
    }

    private bool Step(TrajectoryPiece piece, ref Walk walk)
    {
        integrator.Step(walk.Point, walk.Metric, walk.StepSize);
        walk.Leapfrogs++;
        var energy = EnergyAt(walk.Point, walk.Metric);
        var gain = walk.StartEnergy - energy;
        if (!(gain >= -LargestEnergyError))
        {
            walk.Diverged = true;
            return false;
        }
        walk.AcceptanceSum += Math.Min(1, Math.Exp(gain));
        walk.LogWeight = LogSumExp(walk.LogWeight, gain);
        // Each point replaces the proposal with its share of the weight so far: in the end a multinomial draw from the new half.
        if (walk.Random.NextUniform() < Math.Exp(gain - walk.LogWeight))
        {
            proposal.CopyFrom(walk.Point);
            walk.ProposalEnergy = energy;
        }
        piece.StartAt(walk.Point.Momentum);
        return true;
    }

    private static double EnergyAt(PhasePoint point, DiagonalMetric metric) => metric.KineticEnergy(point.Momentum) - point.LogDensity;

    private static double LogSumExp(double a, double b)
    {
        var larger = Math.Max(a, b);
        return double.IsNegativeInfinity(larger) ? larger : larger + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
    }

    /// <summary>What a transition keeps count of while it walks.</summary>
    private struct Walk
    {
        public required DiagonalMetric Metric { get; init; }

        public required RandomStream Random { get; init; }

        public required double StartEnergy { get; init; }

        /// <summary>The end of the trajectory that moves.</summary>
        public required PhasePoint Point { get; set; }

        /// <summary>Negative when walking back in time.</summary>
        public required double StepSize { get; set; }

        /// <summary>Log of the summed weights exp(start energy − energy) of the half under way.</summary>
        public double LogWeight { get; set; }

        public double ProposalEnergy { get; set; }

        public double AcceptanceSum { get; set; }

        public int Leapfrogs { get; set; }

        public bool Diverged { get; set; }
    }
}
