namespace Prefdissect.Pairs;

/// <summary>Which of two responses a judge prefers.</summary>
public enum Verdict
{
    /// <summary>Response A.</summary>
    A,

    /// <summary>Response B.</summary>
    B,

    /// <summary>Neither.</summary>
    Tie,
}
