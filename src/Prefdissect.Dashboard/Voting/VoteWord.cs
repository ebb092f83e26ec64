namespace Prefdissect.Dashboard.Voting;

/// <summary>What a person can say of a pair.</summary>
public enum VoteWord
{
    /// <summary>The response shown as A is better.</summary>
    A,

    /// <summary>The response shown as B is better.</summary>
    B,

    /// <summary>Neither is better.</summary>
    Tie,

    /// <summary>The pair is passed over.</summary>
    Skip,

    /// <summary>What was said last is taken back.</summary>
    Undo,
}
