namespace Prefdissect.Pairs;

/// <summary>In which of two texts a run of words stands.</summary>
public enum RunKind
{
    /// <summary>In both.</summary>
    Equal,

    /// <summary>In A alone.</summary>
    OnlyA,

    /// <summary>In B alone.</summary>
    OnlyB,
}
