namespace Prefdissect.Dashboard.Overview;

/// <summary>What to do next with a study.</summary>
/// <param name="Why">A sentence.</param>
public sealed record NextStep(string Why)
{
    /// <summary>The command to run; <see langword="null"/> where a page does it.</summary>
    public string? Command { get; init; }

    /// <summary>The page to go to; <see langword="null"/> where a command does it.</summary>
    public string? Page { get; init; }

    /// <summary>What the link to the page says.</summary>
    public string? PageTitle { get; init; }
}
