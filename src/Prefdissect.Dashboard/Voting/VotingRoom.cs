using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Voting;

/// <summary>
/// The people who vote on this server. Of many, those who were seen last are kept; the others go on where they stopped when they come again. Nobody waits for another's
/// vote: each session has a lock of its own, and the room's is held only while a seat is looked for.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class VotingRoom(TimeProvider time) : IDisposable
{
    private const int Most = 4;
    private readonly Lock gate = new();
    private readonly List<VotingSeat> seats = [];

    /// <summary>What a person sees now; <see langword="null"/> where they have not begun, or others came since.</summary>
    /// <param name="source">The study.</param>
    /// <param name="judge">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
    /// <exception cref="Studies.StudyException">The study cannot be read.</exception>
    public VotingView? Look(Source source, string judge, string? scenario)
    {
        if (Taken(source, judge, scenario) is not { } seat) return null;
        try
        {
            return seat.Session?.Look();
        }
        finally
        {
            Leave(seat);
        }
    }

    /// <summary>Begins a person's session where there is none.</summary>
    /// <param name="source">The study.</param>
    /// <param name="judge">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
    /// <exception cref="Workflows.RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="Studies.StudyException">The study cannot be written to.</exception>
    public void Begin(Source source, string judge, string? scenario) => In(source, judge, scenario, _ => { });

    /// <summary>Takes what a person says of a pair; begins their session where there is none, as after the server was started again.</summary>
    /// <param name="source">The study.</param>
    /// <param name="judge">The person's name as a judge.</param>
    /// <param name="scenario">The scenario to vote on; <see langword="null"/> for all.</param>
    /// <param name="pair">Identity of the pair that was shown.</param>
    /// <param name="word">What is said.</param>
    /// <exception cref="Workflows.RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="Studies.StudyException">The study cannot be written to.</exception>
    public void Say(Source source, string judge, string? scenario, string? pair, VoteWord word) => In(source, judge, scenario, session => session.Say(pair, word));

    /// <inheritdoc/>
    public void Dispose()
    {
        List<VotingSeat> all;
        lock (gate)
        {
            all = [.. seats];
            seats.Clear();
        }
        foreach (var seat in all) seat.Dispose();
    }

    private void In(Source source, string judge, string? scenario, Action<VotingSession> act)
    {
        var seat = Taken(source, judge, scenario) ?? Added(source, judge, scenario);
        try
        {
            act(seat.Begin(source, time));
        }
        finally
        {
            Leave(seat);
        }
    }

    private VotingSeat? Taken(Source source, string judge, string? scenario)
    {
        lock (gate) return Find(source, judge, scenario);
    }

    private VotingSeat Added(Source source, string judge, string? scenario)
    {
        VotingSeat? left = null;
        VotingSeat seat;
        lock (gate)
        {
            // Another request may have come in between.
            if (Find(source, judge, scenario) is { } found) return found;
            seat = new VotingSeat(source.Key, judge, scenario) { Users = 1 };
            seats.Add(seat);
            if (seats.Count > Most)
            {
                left = seats[0];
                left.IsGone = true;
                seats.RemoveAt(0);
                if (left.Users > 0) left = null;
            }
        }
        left?.Dispose();
        return seat;
    }

    private VotingSeat? Find(Source source, string judge, string? scenario)
    {
        var seat = seats.Find(one => one.IsOf(source.Key, judge, scenario));
        if (seat is null) return null;
        seat.Users++;
        seats.Remove(seat);
        seats.Add(seat);
        return seat;
    }

    private void Leave(VotingSeat seat)
    {
        bool isLast;
        lock (gate)
        {
            seat.Users--;
            // A seat where no session began, as for a name that is taken, is nobody's.
            if (seat.Users == 0 && seat.Session is null && seats.Remove(seat)) seat.IsGone = true;
            isLast = seat.Users == 0 && seat.IsGone;
        }
        if (isLast) seat.Dispose();
    }
}
