namespace Prefdissect.Judging;

/// <summary>What became of asking a judge about a pair in one order.</summary>
public enum ReadingState
{
    /// <summary>There is a verdict.</summary>
    Done = 1,

    /// <summary>There is none, for the reason given; asked again on request.</summary>
    Failed = 2,

    /// <summary>It was not asked, for the reason given: the pair is too long for the judge's context, or its responses are equal.</summary>
    Skipped = 3,
}
