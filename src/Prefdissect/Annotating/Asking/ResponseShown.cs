namespace Prefdissect.Annotating.Asking;

/// <summary>Which responses of a pair, in its canonical order, a question shows and asks about.</summary>
public enum ResponseShown
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>The first alone.</summary>
    First,

    /// <summary>The second alone.</summary>
    Second,
}
