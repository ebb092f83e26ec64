using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Dissecting;

/// <summary>
/// The draws of a fit's weights, kept so that intervals, contrasts and similarities need no new fit. Single precision: its rounding, 6·10⁻⁸ of a value, is
/// thousands of times smaller than the Monte-Carlo error of any summary. Immutable, all finite.
/// </summary>
public sealed class FitDraws
{
    private readonly float[] values;

    /// <summary>Draws that are kept as they are given.</summary>
    /// <param name="properties">Short names of the properties, one a column, each once.</param>
    /// <param name="chains">Number of chains, at least 1.</param>
    /// <param name="values">chains × draws × properties; the array is not copied and must not be changed.</param>
    /// <exception cref="ArgumentException">The values do not fill the chains with whole draws, one is not finite, or a property is named twice.</exception>
    public FitDraws(IReadOnlyList<string> properties, int chains, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chains);
        if (properties.Count == 0 || properties.Distinct(StringComparer.Ordinal).Count() != properties.Count)
            throw new ArgumentException("Draws need properties, each named once.", nameof(properties));
        if (values.Length == 0 || values.Length % ((long)chains * properties.Count) != 0)
            throw new ArgumentException($"{values.Length} values do not fill {chains} chains of whole draws of {properties.Count} properties.", nameof(values));
        if (Array.FindIndex(values, value => !float.IsFinite(value)) is var at and >= 0)
            throw new ArgumentException($"Value {at} of the draws is {values[at]}; it must be finite.", nameof(values));
        Properties = properties;
        Chains = chains;
        DrawsPerChain = values.Length / chains / properties.Count;
        this.values = values;
    }

    /// <summary>Short names of the properties, in the order of the columns.</summary>
    public IReadOnlyList<string> Properties { get; }

    /// <summary>Number of chains.</summary>
    public int Chains { get; }

    /// <summary>Number of draws in each chain.</summary>
    public int DrawsPerChain { get; }

    /// <summary>Number of draws in all chains together.</summary>
    public int Count => Chains * DrawsPerChain;

    /// <summary>All values: chains × draws × properties.</summary>
    public ReadOnlySpan<float> Values => values;

    /// <summary>One draw of all chains together: a weight a property.</summary>
    /// <param name="draw">Index in chain-major order, 0 … <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<float> Draw(int draw) => values.AsSpan(draw * Properties.Count, Properties.Count);

    /// <summary>The draws of some of the properties, in the order given.</summary>
    /// <param name="columns">Indices in <see cref="Properties"/>, each once, at least one.</param>
    public FitDraws Of(IReadOnlyList<int> columns)
    {
        var kept = new float[Count * columns.Count];
        for (var draw = 0; draw < Count; draw++)
        {
            for (var i = 0; i < columns.Count; i++) kept[draw * columns.Count + i] = values[draw * Properties.Count + columns[i]];
        }
        return new FitDraws([.. columns.Select(column => Properties[column])], Chains, kept);
    }

    /// <summary>Not more than a number of draws in all, evenly spaced in each chain; these draws where they are no more.</summary>
    /// <param name="most">Most draws of all chains together; at least one a chain is kept.</param>
    public FitDraws Thinned(int most)
    {
        var each = Math.Max(1, most / Chains);
        if (each >= DrawsPerChain) return this;
        var kept = new float[Chains * each * Properties.Count];
        for (var chain = 0; chain < Chains; chain++)
        {
            for (var i = 0; i < each; i++)
                Draw((chain * DrawsPerChain) + (int)((long)i * DrawsPerChain / each)).CopyTo(kept.AsSpan(((chain * each) + i) * Properties.Count));
        }
        return new FitDraws(Properties, Chains, kept);
    }

    /// <summary>The draws of one property's weight, in double precision; <see langword="null"/> where it is not in the fit.</summary>
    public ScalarDraws? Weight(string property)
    {
        var column = Properties.Index().Where(entry => entry.Item == property).Select(entry => (int?)entry.Index).FirstOrDefault();
        if (column is not { } start) return null;
        var copy = new double[Count];
        for (var draw = 0; draw < copy.Length; draw++) copy[draw] = values[draw * Properties.Count + start];
        return new ScalarDraws(Chains, copy);
    }

    /// <summary>The draws of a sampler, rounded; what lies beyond ±10³⁸, which no proper prior reaches, is brought to that bound.</summary>
    /// <param name="properties">Short names, one a coordinate.</param>
    /// <param name="draws">The draws.</param>
    /// <exception cref="ArgumentException">There is another number of names than of coordinates.</exception>
    public static FitDraws Of(IReadOnlyList<string> properties, PosteriorDraws draws)
    {
        if (properties.Count != draws.Dimension)
            throw new ArgumentException($"There are {properties.Count} names for {draws.Dimension} coordinates.", nameof(properties));
        var rounded = new float[draws.Values.Length];
        for (var i = 0; i < rounded.Length; i++) rounded[i] = (float)Math.Clamp(draws.Values[i], -1e38, 1e38);
        return new FitDraws(properties, draws.Chains, rounded);
    }
}
