namespace Prefdissect.Judging.Juries;

/// <summary>How several judges decide together.</summary>
public enum JuryRule
{
    /// <summary>The response that more members prefer; a member's tie counts for neither.</summary>
    Majority,

    /// <summary>The response that the mean of the members' margins favours.</summary>
    MeanMargin,
}
