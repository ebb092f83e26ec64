namespace Prefdissect.Dashboard.Jobs;

/// <summary>What came of a job that is done.</summary>
/// <param name="Message">It in one sentence. It may hold names from files.</param>
public sealed record JobOutcome(string Message)
{
    /// <summary>What else there is to know, a line each.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Where to go from here, the first being the likeliest.</summary>
    public IReadOnlyList<JobLink> Links { get; init; } = [];
}
