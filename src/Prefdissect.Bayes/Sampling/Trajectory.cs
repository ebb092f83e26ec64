namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// One transition of the No-U-Turn sampler (Hoffman and Gelman, 2014) with multinomial sampling of the trajectory (Betancourt, 2017):
/// the trajectory is doubled, forwards or backwards in time by a coin, until some part of it turns back.
/// It goes step by step, so that the steps of several chains can be evaluated together: begin; then depart, have the point evaluated, arrive, until it ends.
/// What it holds is scratch memory: a transition depends only on what it is given.
/// </summary>
internal sealed class Trajectory
{
    /// <summary>Energy error beyond which a step counts as divergent.</summary>
    private const double LargestEnergyError = 1000;

    /// <summary>Weights are exp(reference − energy); a gain beyond this moves the reference, so that no sum of weights overflows.</summary>
    private const double LargestGain = 300;

    private readonly IIntegrator integrator;
    private readonly int maxDepth;
    private readonly PhasePoint forward, backward, proposal;
    private readonly TrajectoryPiece older;

    /// <summary>The aligned blocks of 1, 2, 4, … steps of the half under way that wait for a second block of their size.</summary>
    private readonly TrajectoryPiece[] waiting;
    private TrajectoryPiece newest;

    private DiagonalMetric metric;
    private RandomStream random;
    private PhasePoint point, chosen;
    private double stepSize, startEnergy, reference, trajectoryWeight, halfWeight, energy, proposalEnergy, acceptanceSum;
    private int depth, stepsOfHalf, leapfrogs;
    private bool diverged, ended;

    public Trajectory(IIntegrator integrator, int maxDepth)
    {
        this.integrator = integrator;
        this.maxDepth = maxDepth;
        var dimension = integrator.Dimension;
        forward = new PhasePoint(dimension);
        backward = new PhasePoint(dimension);
        proposal = new PhasePoint(dimension);
        older = new TrajectoryPiece(dimension);
        newest = new TrajectoryPiece(dimension);
        waiting = [.. Enumerable.Range(0, maxDepth).Select(_ => new TrajectoryPiece(dimension))];
        (point, chosen, metric, random) = (forward, forward, new DiagonalMetric(dimension), new RandomStream(0, 0));
    }

    /// <summary>What happened, once the transition has ended.</summary>
    public TransitionInfo Info => new(energy, acceptanceSum / leapfrogs, depth, leapfrogs, diverged);

    /// <summary>Moves from a point whose log density and gradient are up to date to the next point of the chain, of which the same holds.</summary>
    public TransitionInfo Advance(PhasePoint from, PhasePoint to, DiagonalMetric withMetric, double size, RandomStream withRandom)
    {
        Begin(from, to, withMetric, size, withRandom);
        while (Depart() is { } next)
        {
            integrator.Evaluate(next);
            Arrive();
        }
        return Info;
    }

    /// <summary>Begins a transition from a point whose log density and gradient are up to date; <paramref name="to"/> receives the next point of the chain.</summary>
    public void Begin(PhasePoint from, PhasePoint to, DiagonalMetric withMetric, double size, RandomStream withRandom)
    {
        (metric, random, chosen) = (withMetric, withRandom, to);
        to.CopyFrom(from);
        metric.SampleMomentum(random, to.Momentum);
        forward.CopyFrom(to);
        backward.CopyFrom(to);
        older.StartAt(to.Momentum);
        (point, stepSize) = (forward, size);
        startEnergy = reference = energy = EnergyAt(to);
        (trajectoryWeight, acceptanceSum, depth, leapfrogs, diverged, ended) = (1, 0, 0, 0, false, false);
        BeginHalf();
    }

    /// <summary>Takes the first part of the next step and returns the point to evaluate; null when the transition has ended.</summary>
    public PhasePoint? Depart()
    {
        if (ended)
            return null;
        integrator.Depart(point, metric, stepSize);
        return point;
    }

    /// <summary>Ends the step of the point that has been evaluated.</summary>
    public void Arrive()
    {
        integrator.Arrive(point, stepSize);
        leapfrogs++;
        if (!Weigh(EnergyAt(point)) || !Join())
            ended = true;
        else if (stepsOfHalf == 1 << depth)
            EndHalf();
    }

    /// <summary>Chooses the end that grows, and looks at the trajectory so far from there.</summary>
    private void BeginHalf()
    {
        (halfWeight, stepsOfHalf) = (0, 0);
        var next = random.NextCoin() ? forward : backward;
        if (next == point)
            return;
        point = next;
        stepSize = -stepSize;
        older.Reverse();
    }

    /// <summary>Counts the new point's weight; false when the step diverged.</summary>
    private bool Weigh(double newEnergy)
    {
        if (!(startEnergy - newEnergy >= -LargestEnergyError) || double.IsNegativeInfinity(newEnergy))
        {
            diverged = true;
            return false;
        }
        var gain = reference - newEnergy;
        if (gain > LargestGain)
        {
            var shrink = Math.Exp(-gain);
            trajectoryWeight *= shrink;
            halfWeight *= shrink;
            (reference, gain) = (newEnergy, 0);
        }
        var weight = Math.Exp(gain);
        acceptanceSum += newEnergy <= startEnergy ? 1 : reference == startEnergy ? weight : Math.Exp(startEnergy - newEnergy);
        halfWeight += weight;
        // Each point replaces the proposal with its share of the weight so far: in the end a multinomial draw from the new half.
        if (random.NextUniform() * halfWeight < weight)
        {
            proposal.CopyFrom(point);
            proposalEnergy = newEnergy;
        }
        return true;
    }

    /// <summary>Joins the new step with the blocks that wait for it, as in counting up a binary number; false as soon as a block turns back.</summary>
    private bool Join()
    {
        newest.StartAt(point.Momentum);
        var level = 0;
        for (; (stepsOfHalf >> level & 1) == 1; level++)
        {
            if (!waiting[level].MovesApartWith(newest, metric))
                return false;
            newest.Prepend(waiting[level]);
        }
        stepsOfHalf++;
        if (level < depth)
            (newest, waiting[level]) = (waiting[level], newest);
        return true;
    }

    private void EndHalf()
    {
        depth++;
        // Biased towards the new half, away from where the chain was.
        if (random.NextUniform() * trajectoryWeight < halfWeight)
        {
            chosen.CopyFrom(proposal);
            energy = proposalEnergy;
        }
        if (depth == maxDepth || !older.MovesApartWith(newest, metric))
        {
            ended = true;
            return;
        }
        trajectoryWeight += halfWeight;
        older.Append(newest);
        BeginHalf();
    }

    private double EnergyAt(PhasePoint at) => metric.KineticEnergy(at.Momentum) - at.LogDensity;
}
