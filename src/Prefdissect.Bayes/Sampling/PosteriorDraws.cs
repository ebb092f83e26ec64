namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// Draws from a posterior: chains × draws × coordinates, contiguous in this order, all finite and within ±10¹⁵⁰.
/// With what the sampler reported about each, where the draws came from a sampler.
/// </summary>
public sealed class PosteriorDraws
{
    private readonly double[] values;
    private readonly TransitionInfo[] transitions;

    /// <summary>Draws that are kept as they are given.</summary>
    /// <param name="chains">Number of chains, at least 1.</param>
    /// <param name="dimension">Number of coordinates, at least 1.</param>
    /// <param name="values">chains × draws × coordinates; the array is not copied.</param>
    /// <param name="transitions">chains × draws, in the same order; null where nothing is known of them.</param>
    /// <param name="adaptations">One a chain; null where nothing is known of them.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, what is known of a transition or a chain is not finite, or a value is not a number within ±10¹⁵⁰ (its chain, draw and coordinate are named).
    /// </exception>
    public PosteriorDraws(int chains, int dimension, double[] values, TransitionInfo[]? transitions = null, IReadOnlyList<ChainAdaptation>? adaptations = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chains);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0 || values.Length % ((long)chains * dimension) != 0)
            throw new ArgumentException($"{values.Length} values do not fill {chains} chains of whole draws of {dimension} coordinates.", nameof(values));
        Chains = chains;
        Dimension = dimension;
        DrawsPerChain = values.Length / chains / dimension;
        if (transitions is not null && transitions.Length != Count)
            throw new ArgumentException($"There are {transitions.Length} transitions for {Count} draws.", nameof(transitions));
        if (adaptations is not null && adaptations.Count != chains)
            throw new ArgumentException($"There are {adaptations.Count} adaptations for {chains} chains.", nameof(adaptations));
        RequireFinite(transitions, adaptations);
        for (var i = 0; i < values.Length; i++)
            if (!ScalarDraws.IsUsable(values[i]))
                throw new ArgumentException($"Chain {i / dimension / DrawsPerChain}, draw {i / dimension % DrawsPerChain}, coordinate {i % dimension} is {values[i]}; a draw must be a number within ±1e150.", nameof(values));
        this.values = values;
        this.transitions = transitions ?? [];
        Adaptations = adaptations ?? [];
    }

    /// <summary>Number of chains.</summary>
    public int Chains { get; }

    /// <summary>Number of draws in each chain.</summary>
    public int DrawsPerChain { get; }

    /// <summary>Number of coordinates of a draw.</summary>
    public int Dimension { get; }

    /// <summary>Number of draws in all chains together.</summary>
    public int Count => Chains * DrawsPerChain;

    /// <summary>Step size and metric of each chain; empty where not known.</summary>
    public IReadOnlyList<ChainAdaptation> Adaptations { get; }

    /// <summary>All values: chains × draws × coordinates.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>What happened at each draw, chains × draws; empty where not known.</summary>
    public ReadOnlySpan<TransitionInfo> Transitions => transitions;

    /// <summary>One draw: its coordinates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chain or draw.</exception>
    public ReadOnlySpan<double> Draw(int chain, int draw)
    {
        RequireIndex(chain, Chains, nameof(chain));
        RequireIndex(draw, DrawsPerChain, nameof(draw));
        return values.AsSpan((chain * DrawsPerChain + draw) * Dimension, Dimension);
    }

    /// <summary>One chain: draws × coordinates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chain.</exception>
    public ReadOnlySpan<double> Chain(int chain)
    {
        RequireIndex(chain, Chains, nameof(chain));
        return values.AsSpan(chain * DrawsPerChain * Dimension, DrawsPerChain * Dimension);
    }

    /// <summary>What happened in each transition of one chain; empty where not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chain.</exception>
    public ReadOnlySpan<TransitionInfo> ChainTransitions(int chain)
    {
        RequireIndex(chain, Chains, nameof(chain));
        return transitions.Length == 0 ? [] : transitions.AsSpan(chain * DrawsPerChain, DrawsPerChain);
    }

    /// <summary>A copy of the draws of one coordinate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such coordinate.</exception>
    public ScalarDraws Parameter(int coordinate)
    {
        RequireIndex(coordinate, Dimension, nameof(coordinate));
        var copy = new double[Count];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = values[i * Dimension + coordinate];
        return new ScalarDraws(Chains, copy);
    }

    /// <summary>The draws of a quantity computed from each draw, such as a contrast of two coordinates.</summary>
    /// <exception cref="ArgumentException">The quantity is not a number within ±10¹⁵⁰ at some draw.</exception>
    public ScalarDraws Quantity(Func<ReadOnlySpan<double>, double> quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var results = new double[Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = quantity(values.AsSpan(i * Dimension, Dimension));
        return new ScalarDraws(Chains, results);
    }

    private void RequireFinite(TransitionInfo[]? transitions, IReadOnlyList<ChainAdaptation>? adaptations)
    {
        for (var i = 0; i < transitions?.Length; i++)
            if (!double.IsFinite(transitions[i].Energy) || !double.IsFinite(transitions[i].AcceptanceStatistic))
                throw new ArgumentException(
                    $"Chain {i / DrawsPerChain}, draw {i % DrawsPerChain}: the energy is {transitions[i].Energy} and the acceptance statistic {transitions[i].AcceptanceStatistic}; "
                    + "both must be finite numbers.", nameof(transitions));
        for (var i = 0; i < adaptations?.Count; i++)
            if (!(adaptations[i] is { InverseMetric: not null } known && double.IsFinite(known.StepSize) && known.InverseMetric.All(double.IsFinite)))
                throw new ArgumentException($"The adaptation of chain {i} is missing, or holds a number that is not finite.", nameof(adaptations));
    }

    private static void RequireIndex(int index, int count, string name)
    {
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(name, index, $"There are {count}, counted from 0.");
    }
}
