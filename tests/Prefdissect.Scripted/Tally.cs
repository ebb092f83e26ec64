using System.Collections.Concurrent;

namespace Prefdissect.Scripted;

/// <summary>What a scripted server counts. Requests are told apart by a hash of their bodies, so that counting a million costs little memory.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<UInt128, (int Seen, int Answered)> bodies = new();
    private readonly ConcurrentDictionary<Fault, int> faults = new();
    private readonly ConcurrentDictionary<string, int> paths = new();
    private int requests;
    private int answered;
    private int open;
    private int peak;

    /// <summary>Requests for an answer.</summary>
    public int Requests => requests;

    /// <summary>Answers delivered: bodies that a client can read and would pay for, refusals and nonsense included.</summary>
    public int Answered => answered;

    /// <summary>Most requests at once.</summary>
    public int Peak => peak;

    /// <summary>Requests at once now.</summary>
    public int Open => open;

    /// <summary>Bodies that were answered more than once.</summary>
    public int AnsweredAgain => bodies.Values.Count(body => body.Answered > 1);

    /// <summary>Different bodies.</summary>
    public int Different => bodies.Count;

    /// <summary>How often each body came, by its id.</summary>
    public IReadOnlyDictionary<string, int> TimesSeen => bodies.ToDictionary(body => IdOf(body.Key), body => body.Value.Seen);

    /// <summary>Faults by kind.</summary>
    public IReadOnlyDictionary<Fault, int> Faults => faults;

    /// <summary>Requests by path.</summary>
    public IReadOnlyDictionary<string, int> Paths => paths;

    internal static string IdOf(UInt128 body) => body.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    internal void Asked(string path) => paths.AddOrUpdate(path, 1, (_, count) => count + 1);

    /// <summary>Counts a request, and says how often its body came before.</summary>
    internal int Begin(UInt128 body)
    {
        Interlocked.Increment(ref requests);
        var now = Interlocked.Increment(ref open);
        for (var seen = peak; now > seen; seen = peak) Interlocked.CompareExchange(ref peak, now, seen);
        return bodies.AddOrUpdate(body, (1, 0), (_, count) => (count.Seen + 1, count.Answered)).Seen - 1;
    }

    internal void End() => Interlocked.Decrement(ref open);

    internal void Deliver(UInt128 body)
    {
        Interlocked.Increment(ref answered);
        bodies.AddOrUpdate(body, (1, 1), (_, count) => (count.Seen, count.Answered + 1));
    }

    internal void Spoil(Fault fault) => faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
