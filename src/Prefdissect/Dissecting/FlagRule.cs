namespace Prefdissect.Dissecting;

/// <summary>What a fit does with pairs that hold a flagged response: one with signs of manipulation.</summary>
public enum FlagRule
{
    /// <summary>They count like any other: a sign is no proof, and what a judge made of such a response is a preference too.</summary>
    Count,

    /// <summary>They are left out.</summary>
    LeaveOut,
}
