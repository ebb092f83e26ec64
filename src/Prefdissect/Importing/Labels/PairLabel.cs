namespace Prefdissect.Importing.Labels;

/// <summary>What a label says of a pair: by the sides that the file of votes had, or by the pair's canonical order.</summary>
public enum PairLabel
{
    /// <summary>The response that stood on side A where the pair was imported.</summary>
    A,

    /// <summary>The response that stood on side B.</summary>
    B,

    /// <summary>Neither.</summary>
    Tie,

    /// <summary>The first response of the pair's canonical order.</summary>
    First,

    /// <summary>The second response of the pair's canonical order.</summary>
    Second,
}
