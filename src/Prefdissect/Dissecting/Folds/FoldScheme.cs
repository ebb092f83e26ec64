namespace Prefdissect.Dissecting.Folds;

/// <summary>What stays together when the pairs of a fit are parted into folds.</summary>
public enum FoldScheme
{
    /// <summary>The pairs of a query: it never stands on both sides, so that what is learnt from a query is not tested on it.</summary>
    Query,

    /// <summary>Nothing: pairs are parted one by one, as in the paper.</summary>
    Paper,

    /// <summary>No folds are made.</summary>
    None,
}
