namespace Prefdissect.Bayes.Sampling;

/// <summary>How the metric of one chain is learnt from the positions of warm-up windows.</summary>
internal interface IMetricAdaptation
{
    /// <summary>The inverse mass matrix so far: its diagonal, or all of it row after row.</summary>
    IReadOnlyList<double> InverseMetric { get; }

    /// <summary>Takes an inverse mass matrix, in the form of <see cref="InverseMetric"/>, that has been checked.</summary>
    void Keep(IReadOnlyList<double> inverseMetric);

    /// <summary>The standard deviation that the metric takes a coordinate to have.</summary>
    double ScaleOf(int coordinate);

    /// <summary>Takes a position of the window.</summary>
    void Add(ReadOnlySpan<double> position);

    /// <summary>
    /// Renews the metric and begins a new window; a window of fewer than two positions changes nothing.
    /// A point must then be evaluated anew before it moves.
    /// </summary>
    void EndWindow();
}
