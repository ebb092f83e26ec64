namespace Prefdissect.Annotating.Resolving;

/// <summary>What becomes of a response whose errors cannot be told.</summary>
public enum ErrorsNotTold
{
    /// <summary>Its errors are not applicable, and fits that know errors leave the pair out, as in the paper.</summary>
    NotApplicable,

    /// <summary>It counts as having none.</summary>
    CountAsNone,
}
