namespace Prefdissect.Properties;

/// <summary>What is known of a rating. Only a measured one has a value; the others are never a zero.</summary>
public enum RatingState
{
    /// <summary>The annotator does not or could not measure it.</summary>
    NotMeasured,

    /// <summary>It has a value.</summary>
    Measured,

    /// <summary>It does not apply: the query does not call for it, or errors cannot be told.</summary>
    NotApplicable,

    /// <summary>The annotator tried and failed; the reason is kept beside it.</summary>
    Failed,
}
