using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Costs;

/// <summary>
/// Limits on money and requests that are kept before a request is sent, not noticed after: a request first reserves the most that it could cost, and gives back what it did
/// not. One that could go over the limit waits while others still hold reservations, and is refused when none does. Safe for use from several threads.
/// </summary>
/// <param name="maxCost">Most US dollars, or <see langword="null"/>.</param>
/// <param name="maxRequests">Most requests sent, every attempt counted, or <see langword="null"/>.</param>
public sealed class Budget(double? maxCost = null, int? maxRequests = null)
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> waiting = [];
    private double spent;
    private double reserved;
    private int sent;
    private int open;

    /// <summary>Most US dollars, or <see langword="null"/>.</summary>
    public double? MaxCost { get; } = maxCost;

    /// <summary>Most requests, or <see langword="null"/>.</summary>
    public int? MaxRequests { get; } = maxRequests;

    /// <summary>US dollars spent; what an attempt without an answer may have cost is counted as spent.</summary>
    public double Spent
    {
        get
        {
            lock (gate) return spent;
        }
    }

    /// <summary>Requests sent, every attempt counted.</summary>
    public int Sent
    {
        get
        {
            lock (gate) return sent;
        }
    }

    /// <summary>Reserves money and one request.</summary>
    /// <param name="most">The most that the request could cost, in US dollars.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="null"/> when reserved; else the limit that stands in the way.</returns>
    internal async ValueTask<FailureReason?> ReserveAsync(double most, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource turn;
            lock (gate)
            {
                if (sent >= MaxRequests) return FailureReason.RequestLimit;
                if (MaxCost is not { } limit || spent + reserved + most <= limit)
                {
                    sent++;
                    open++;
                    reserved += most;
                    return null;
                }
                if (open == 0 || spent + most > limit) return FailureReason.CostLimit;
                turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add(turn);
            }
            await turn.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a reservation back and counts what was spent of it.</summary>
    internal void Settle(double most, double cost)
    {
        lock (gate)
        {
            open--;
            reserved = open == 0 ? 0 : Math.Max(0, reserved - most);
            spent += cost;
            foreach (var turn in waiting) turn.TrySetResult();
            waiting.Clear();
        }
    }
}
