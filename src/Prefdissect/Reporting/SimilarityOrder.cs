namespace Prefdissect.Reporting;

/// <summary>The order of the judges in a similarity matrix.</summary>
public enum SimilarityOrder
{
    /// <summary>By hierarchical clustering, with the tree: judges that prefer alike side by side. As given where there are fewer than four judges or a value is missing.</summary>
    Clustered,

    /// <summary>By name.</summary>
    Name,

    /// <summary>By size of the model, as far as its name tells, the largest first; those of unknown size stand before them, by name.</summary>
    Size,

    /// <summary>As the matrix gives them.</summary>
    Given,
}
