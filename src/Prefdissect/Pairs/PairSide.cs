namespace Prefdissect.Pairs;

/// <summary>One of the two responses of a pair, in its canonical order.</summary>
public enum PairSide
{
    /// <summary>The response with the smaller content hash.</summary>
    First,

    /// <summary>The response with the larger content hash.</summary>
    Second,
}
