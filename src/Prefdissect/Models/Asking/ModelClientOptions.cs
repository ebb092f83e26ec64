using Prefdissect.Models.Costs;

namespace Prefdissect.Models.Asking;

/// <summary>What a client works with beside its model.</summary>
public sealed record ModelClientOptions
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Limits on money and requests, shared by every client that works for the same command.</summary>
    public Budget Budget { get; init; } = new();

    /// <summary>What tokens cost, or <see langword="null"/> where it is not known.</summary>
    public TokenPrice? Price { get; init; }

    /// <summary>Seed of the random part of pauses.</summary>
    public int Seed { get; init; }

    /// <summary>Begins no attempt any more: what waits for its turn fails as stopped, and what is under way is finished.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Is told of every attempt when it ends; called from several threads at once.</summary>
    public Action<AttemptNotice> Notice { get; init; } = _ => { };
}
