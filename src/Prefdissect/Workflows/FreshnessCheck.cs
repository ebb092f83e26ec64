namespace Prefdissect.Workflows;

/// <summary>Whether stored fits are held against the votes and ratings that the study has now.</summary>
public enum FreshnessCheck
{
    /// <summary>They are: a fit whose data have changed is told apart. Takes a read of the whole study.</summary>
    Held,

    /// <summary>They are shown as they were stored, and whether they still hold is not known.</summary>
    NotHeld,

    /// <summary>As <see cref="NotHeld"/>, of a study too large for anybody to look while a page waits.</summary>
    TooLarge,
}
