namespace Prefdissect.Models.Endpoints;

/// <summary>How fast and how long a server may be asked.</summary>
public sealed record EndpointLimits
{
    /// <summary>Most requests at once; at least 1. Fewer are sent while the server pushes back.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Whether <see cref="Concurrency"/> was chosen for this server, not what is usual for its kind.</summary>
    public bool IsConcurrencyChosen { get; init; }

    /// <summary>Most requests begun a minute, or <see langword="null"/>.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Most tokens sent and received a minute, as estimated before each request, or <see langword="null"/>.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How often an attempt that failed in passing is made again; 0 or more.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Longest pause before an attempt is made again. A server that asks for a longer one is taken at its word, up to ten times this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body of an answer in bytes, unpacked. A longer one is refused without being read to its end.</summary>
    public int LargestAnswer { get; init; } = 16 * 1024 * 1024;
}
