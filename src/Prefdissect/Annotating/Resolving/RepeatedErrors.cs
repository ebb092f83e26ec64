namespace Prefdissect.Annotating.Resolving;

/// <summary>How errors of one response that are described in the same words count.</summary>
public enum RepeatedErrors
{
    /// <summary>Each, as in the paper.</summary>
    CountEach,

    /// <summary>Once for each severity and type.</summary>
    CountOnce,
}
