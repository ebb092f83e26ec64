namespace Prefdissect.Judging;

/// <summary>In which order a judge saw the two responses of a pair.</summary>
public enum AskedOrder
{
    /// <summary>The first response of the pair's canonical order stood as A.</summary>
    FirstAsA = 1,

    /// <summary>The second response of the pair's canonical order stood as A.</summary>
    SecondAsA = 2,
}
