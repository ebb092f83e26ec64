namespace Prefdissect.Properties;

/// <summary>How two ratings of one property become a comparison (paper, §3.3 and appendix).</summary>
public enum ComparisonRule
{
    /// <summary>The sign of the difference of the ratings.</summary>
    MoreIsMore,

    /// <summary>As <see cref="MoreIsMore"/>, with the sign flipped: the rating counts what the property lacks (repetition).</summary>
    LessIsMore,

    /// <summary>±1 only where exactly one side is rated 0, the lowest level (relevance).</summary>
    OnlyZeroDiffers,

    /// <summary>Fewer errors are more of the property.</summary>
    FewerErrors,

    /// <summary>Word counts, by the table of clear differences.</summary>
    Length,
}
