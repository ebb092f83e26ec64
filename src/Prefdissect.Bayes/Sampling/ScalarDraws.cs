namespace Prefdissect.Bayes.Sampling;

/// <summary>Draws of one real quantity: chains × draws, all finite and within ±10¹⁵⁰. What diagnostics and summaries are computed from.</summary>
public sealed class ScalarDraws
{
    private readonly double[] values;

    /// <summary>Draws that are kept as they are given.</summary>
    /// <param name="chains">Number of chains, at least 1.</param>
    /// <param name="values">All of the first chain, then all of the second, and so on; the array is not copied.</param>
    /// <exception cref="ArgumentException">The values do not fill the chains evenly, or one is not a number within ±10¹⁵⁰ (its chain and draw are named).</exception>
    public ScalarDraws(int chains, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chains);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0 || values.Length % chains != 0)
            throw new ArgumentException($"{values.Length} values do not fill {chains} chains evenly.", nameof(values));
        Chains = chains;
        DrawsPerChain = values.Length / chains;
        for (var i = 0; i < values.Length; i++)
            if (!IsUsable(values[i]))
                throw new ArgumentException($"Chain {i / DrawsPerChain}, draw {i % DrawsPerChain} is {values[i]}; a draw must be a number within ±1e150.", nameof(values));
        this.values = values;
    }

    /// <summary>Number of chains.</summary>
    public int Chains { get; }

    /// <summary>Number of draws in each chain.</summary>
    public int DrawsPerChain { get; }

    /// <summary>Number of draws in all chains together.</summary>
    public int Count => values.Length;

    /// <summary>All draws, chain after chain.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The draws of one chain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chain.</exception>
    public ReadOnlySpan<double> Chain(int chain)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chain);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chain, Chains);
        return values.AsSpan(chain * DrawsPerChain, DrawsPerChain);
    }

    /// <summary>Beyond 10¹⁵⁰ variances overflow.</summary>
    internal static bool IsUsable(double value) => Math.Abs(value) <= 1e150;
}
