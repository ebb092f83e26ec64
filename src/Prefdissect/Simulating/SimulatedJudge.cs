using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>
/// A judge whose tastes are known. On comparison features x it prefers side A with probability σ(x·w + bias): the model that a fit assumes
/// (paper, §4.1), so that a fit on the planted ratings must find w.
/// </summary>
public sealed record SimulatedJudge
{
    /// <summary>A judge with its weights.</summary>
    /// <param name="name">Name; starts with <c>sim-</c>.</param>
    /// <param name="weights">29 finite weights in log-odds, in the order of <see cref="PublishedProperties.All"/>; the same in every scenario.</param>
    /// <exception cref="ArgumentException">There are not 29 weights, one is not finite, or the name is not marked as simulated.</exception>
    public SimulatedJudge(string name, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(weights);
        if (!name.StartsWith(SimulatedJudges.Prefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The name of a simulated judge starts with '{SimulatedJudges.Prefix}', '{name}' does not.", nameof(name));
        }
        if (weights.Count != PublishedProperties.All.Count || !weights.All(double.IsFinite))
        {
            throw new ArgumentException($"A judge has {PublishedProperties.All.Count} finite weights.", nameof(weights));
        }
        Name = name;
        Weights = weights;
    }

    /// <summary>Name in votes.</summary>
    public string Name { get; }

    /// <summary>The true weights in log-odds, in the order of <see cref="PublishedProperties.All"/>: the truth for group <see cref="Group.All"/> and every other group.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Log-odds added in favour of side A whatever it says; 0 for a judge without position bias.</summary>
    public double PositionBias { get; init; }

    /// <summary>
    /// Where the log-odds lie within ±this, one vote in two is a tie; 0 for a judge that never ties. As a tie depends on the features alone, the
    /// other votes still follow the model.
    /// </summary>
    public double TieBand { get; init; }

    /// <summary>The log-odds with which the judge prefers side A, position bias included.</summary>
    /// <param name="features">29 comparison features in {−1, 0, 1}, in the order of <see cref="PublishedProperties.All"/>.</param>
    /// <exception cref="ArgumentException">There are not 29 features.</exception>
    public double LogOdds(ReadOnlySpan<int> features)
    {
        if (features.Length != Weights.Count) throw new ArgumentException($"{features.Length} features for {Weights.Count} weights.", nameof(features));
        var sum = PositionBias;
        for (var i = 0; i < features.Length; i++) sum += features[i] * Weights[i];
        return sum;
    }

    internal Verdict Judge(ReadOnlySpan<int> features, ref DeterministicRandom random)
    {
        var logOdds = LogOdds(features);
        var tie = random.Unit() < 0.5;
        var draw = random.Unit();
        if (tie && Math.Abs(logOdds) < TieBand) return Verdict.Tie;
        return draw < 1 / (1 + Math.Exp(-logOdds)) ? Verdict.A : Verdict.B;
    }
}
