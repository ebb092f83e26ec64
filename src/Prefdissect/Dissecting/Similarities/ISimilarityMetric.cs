namespace Prefdissect.Dissecting.Similarities;

/// <summary>How alike two judges' weights of the same properties are. A metric is one file here and one entry of <see cref="SimilarityMetrics"/>.</summary>
public interface ISimilarityMetric
{
    /// <summary>Name in commands and files, in lower case.</summary>
    string Name { get; }

    /// <summary>What it is, in one clause for a person.</summary>
    string Description { get; }

    /// <summary>The similarity, larger where more alike; <see langword="null"/> where it is not defined (a correlation with weights that do not vary).</summary>
    /// <param name="one">Weights of one judge, finite, at least one.</param>
    /// <param name="other">Weights of the other, of the same properties in the same order.</param>
    double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other);
}
