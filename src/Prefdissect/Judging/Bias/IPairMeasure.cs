namespace Prefdissect.Judging.Bias;

/// <summary>A statistic that is a function of sums over things that were judged, so that resampling these is adding their sums anew.</summary>
/// <typeparam name="T">What is summed over.</typeparam>
public interface IPairMeasure<T>
{
    /// <summary>How many sums it needs; the first is the denominator.</summary>
    int Terms { get; }

    /// <summary>Why there is no value where the denominator is 0, as a clause.</summary>
    string WhyNone { get; }

    /// <summary>Whether the value is a share of independent things, so that 0 and 1 are not known exactly however the bootstrap repeats them.</summary>
    bool IsShare { get; }

    /// <summary>Adds what one thing has to say.</summary>
    /// <param name="of">The thing.</param>
    /// <param name="sums">As many as <see cref="Terms"/>.</param>
    void Add(in T of, Span<double> sums);

    /// <summary>The value of sums whose denominator is above 0; <see langword="null"/> where it cannot be told.</summary>
    double? Value(ReadOnlySpan<double> sums);
}
