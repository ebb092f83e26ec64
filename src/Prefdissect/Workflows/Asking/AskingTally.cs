using System.Collections.Concurrent;
using System.Globalization;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;

namespace Prefdissect.Workflows.Asking;

/// <summary>Counts what was sent and what came of it, and keeps for each reason of failure what the server said the first time. Safe for use from several threads.</summary>
public sealed class AskingTally
{
    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> examples = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int attempts;
    private int answers;
    private double cost;

    /// <summary>Requests sent, every attempt counted.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>Answers that came.</summary>
    public int Answers => Volatile.Read(ref answers);

    /// <summary>US dollars counted; 0 where no price is known.</summary>
    public double Cost
    {
        get
        {
            lock (gate) return cost;
        }
    }

    /// <summary>Requests allowed at once when the last one ended.</summary>
    public int Concurrency { get; private set; }

    /// <summary>Attempts that failed, by reason.</summary>
    public IReadOnlyDictionary<string, int> Faults => faults.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>For each reason of failure what the server said the first time, without the key, and what to do about it. It may repeat what was asked: for whoever runs this, not for logs.</summary>
    public IReadOnlyDictionary<string, string> Examples => examples.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>What a person should know of the asking, or <see langword="null"/>.</summary>
    public string? Remark { get; set; }

    /// <summary>Notes a failure that stayed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="advice">What to do about it; may be empty.</param>
    public void Note(ModelFailure failure, string advice)
    {
        if (failure.Detail.Length > 0) examples.TryAdd(failure.ReasonText, $"{failure.Detail} {advice}".TrimEnd());
    }

    /// <summary>Counts one attempt.</summary>
    public void Count(AttemptNotice notice)
    {
        Interlocked.Increment(ref attempts);
        if (notice.Failure is { } reason) faults.AddOrUpdate(new ModelFailure(reason, "").ReasonText, 1, (_, count) => count + 1);
        else Interlocked.Increment(ref answers);
        lock (gate) cost += notice.Cost;
        Concurrency = notice.Concurrency;
    }

    /// <summary>A line for whoever watches: requests, cost, faults.</summary>
    public override string ToString()
    {
        var failed = Attempts - Answers;
        return string.Create(CultureInfo.InvariantCulture, $"{Attempts} requests, {Concurrency} at once{(Cost > 0 ? $", ${Cost:0.00}" : "")}{(failed > 0 ? $", {failed} {(failed == 1 ? "attempt" : "attempts")} failed" : "")}");
    }
}
