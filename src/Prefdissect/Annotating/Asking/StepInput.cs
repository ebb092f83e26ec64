namespace Prefdissect.Annotating.Asking;

/// <summary>What must be known of a pair before a step can be asked, beside its texts.</summary>
public enum StepInput
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What the step <c>query-info</c> found.</summary>
    QueryInfo,

    /// <summary>An answer of a strong model to hold the responses against.</summary>
    Reference,
}
