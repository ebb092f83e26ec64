namespace Prefdissect.Bayes.Sampling;

/// <summary>What the sampler learns in warm-up about the shape of a posterior, to make its steps alike in all directions.</summary>
public enum MetricShape
{
    /// <summary>The variance of each coordinate.</summary>
    Diagonal,

    /// <summary>
    /// The variances and all correlations. Pays where coordinates are strongly correlated; a step then takes time that grows with the square of their number,
    /// and warm-up windows must hold more draws than there are coordinates to tell the correlations.
    /// </summary>
    Dense,
}
