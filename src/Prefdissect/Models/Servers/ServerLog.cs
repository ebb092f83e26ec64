namespace Prefdissect.Models.Servers;

/// <summary>The last lines that a server wrote, for the case that it fails.</summary>
internal sealed class ServerLog
{
    private const int Kept = 200;
    private const int Shown = 4;
    private const int LongestLine = 240;

    private static readonly string[] Telling = ["error", "fail", "unable", "cannot", "couldn't", "not found", "out of memory", "invalid", "no such", "denied"];

    private readonly Queue<string> lines = new();
    private readonly Lock use = new();

    /// <summary>The lines that tell most: the last ones that speak of a failure, or where none does the last ones.</summary>
    public string Summary
    {
        get
        {
            lock (use)
            {
                var telling = lines.Where(line => Telling.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).Distinct().TakeLast(Shown).ToList();
                var chosen = telling.Count > 0 ? telling : [.. lines.TakeLast(Shown)];
                return chosen.Count == 0 ? "It said nothing." : $"It said last: {string.Join(" / ", chosen)}";
            }
        }
    }

    /// <summary>Whether it could not listen on the port that it was given.</summary>
    public bool SaysPortIsTaken
    {
        get
        {
            lock (use) return lines.Any(line => line.Contains("couldn't bind", StringComparison.OrdinalIgnoreCase) || line.Contains("address already in use", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Takes a line; empty ones are passed over.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (use)
        {
            lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] + "…" : line.Trim());
            if (lines.Count > Kept) lines.Dequeue();
        }
    }
}
