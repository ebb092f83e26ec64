namespace Prefdissect.Annotating.Resolving;

/// <summary>How levels of several items (constraints, stances, mistakes) become one rating.</summary>
public enum ItemSummary
{
    /// <summary>Their mean, as in the paper.</summary>
    Mean,

    /// <summary>The lowest of them: a response that breaks one demand has not met the demands.</summary>
    Lowest,
}
