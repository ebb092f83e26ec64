using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Voting;

/// <summary>The people who vote on this server. Of many, those who were seen last are kept; the others go on where they stopped when they come again.</summary>
/// <param name="time">The clock.</param>
public sealed class VotingRoom(TimeProvider time) : IDisposable
{
    private const int Most = 4;
    private readonly Lock gate = new();
    private readonly List<((string Source, string Judge, string Scenario) Who, VotingSession Session)> sessions = [];

    /// <summary>What a person sees now.</summary>
    /// <param name="source">The study.</param>
    /// <param name="judge">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
    /// <exception cref="Workflows.RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="Studies.StudyException">The study cannot be written to.</exception>
    public VotingView Look(Source source, string judge, string? scenario)
    {
        lock (gate) return Session(source, judge, scenario).Look();
    }

    /// <summary>Takes what a person says of a pair.</summary>
    /// <param name="source">The study.</param>
    /// <param name="judge">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
    /// <param name="pair">Identity of the pair that was shown.</param>
    /// <param name="word">What is said.</param>
    /// <exception cref="Workflows.RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="Studies.StudyException">The study cannot be written to.</exception>
    public void Say(Source source, string judge, string? scenario, string? pair, VoteWord word)
    {
        lock (gate) Session(source, judge, scenario).Say(pair, word);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (_, session) in sessions) session.Dispose();
            sessions.Clear();
        }
    }

    private VotingSession Session(Source source, string judge, string? scenario)
    {
        var who = (source.Key, judge, scenario ?? "");
        var at = sessions.FindIndex(one => one.Who == who);
        var session = at >= 0 ? sessions[at].Session : null;
        if (at >= 0)
        {
            sessions.RemoveAt(at);
        }
        else
        {
            // The same person with another choice of scenario begins anew: what a session knows of its pairs is read when it begins.
            foreach (var same in sessions.Where(one => one.Who.Source == source.Key && one.Who.Judge == judge).ToList()) Close(same);
            session = new VotingSession(source, judge, scenario, time);
        }
        sessions.Add((who, session!));
        while (sessions.Count > Most) Close(sessions[0]);
        return session!;
    }

    private void Close(((string Source, string Judge, string Scenario) Who, VotingSession Session) one)
    {
        sessions.Remove(one);
        one.Session.Dispose();
    }
}
