namespace Prefdissect.Properties;

/// <summary>What a query can have that calls for a query-specific property (paper, §3.2).</summary>
public enum QueryTrait
{
    /// <summary>What the user wants is not clear.</summary>
    UnclearIntent,

    /// <summary>The user shows feelings.</summary>
    Feelings,

    /// <summary>The user states demands that an answer has to meet: a list.</summary>
    Constraints,

    /// <summary>The user states opinions of their own: a list.</summary>
    Stances,

    /// <summary>The user has something wrong, or is biased: a list.</summary>
    Mistakes,
}
