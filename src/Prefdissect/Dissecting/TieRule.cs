namespace Prefdissect.Dissecting;

/// <summary>What a fit does with ties.</summary>
public enum TieRule
{
    /// <summary>They are left out, as in the paper (§3.1).</summary>
    Drop,

    /// <summary>A tie counts as half a vote for each response.</summary>
    Half,
}
