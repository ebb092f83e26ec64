using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Voting;

/// <summary>A place for one person in the room: who it is for, and their session once it has begun. How many requests use it is kept by the room, under its lock.</summary>
/// <param name="source">Key of the study.</param>
/// <param name="judge">The person's name as a judge.</param>
/// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
internal sealed class VotingSeat(string source, string judge, string? scenario) : IDisposable
{
    private readonly Lock gate = new();
    private VotingSession? session;

    /// <summary>Requests that use it now.</summary>
    public int Users { get; set; }

    /// <summary>Whether another took its place; the last request that uses it then disposes of it.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether it is this person's.</summary>
    public bool IsOf(string ofSource, string ofJudge, string? ofScenario) => (source, judge, scenario) == (ofSource, ofJudge, ofScenario);

    /// <summary>The session; <see langword="null"/> where it did not begin.</summary>
    public VotingSession? Session
    {
        get
        {
            lock (gate) return session;
        }
    }

    /// <summary>The session, begun where it was not.</summary>
    /// <exception cref="Workflows.RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="Studies.StudyException">The study cannot be written to.</exception>
    public VotingSession Begin(Source of, TimeProvider time)
    {
        lock (gate) return session ??= new VotingSession(of, judge, scenario, time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate) session?.Dispose();
    }
}
