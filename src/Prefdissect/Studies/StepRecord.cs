using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>What a study keeps of one part of one step of one pair. Most steps have one part; properties that come later have one of their own.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Reason">Why it failed, or why there was nothing to ask; <see langword="null"/> where it was answered.</param>
public sealed record StepRecord(string Step, StepStatus Status, string? Reason)
{
    private const string Waiting = "waits for ";

    /// <summary>Number of the part, from 0; of several that name a property the last one counts.</summary>
    public int Part { get; init; }

    /// <summary>An earlier part that asked the same and that this one stands in the place of, or <see langword="null"/>.</summary>
    public int? Replaces { get; init; }

    /// <summary>Number of the last asking, part of the keys of its answers.</summary>
    public int Attempt { get; init; }

    /// <summary>The properties that it was to ask about.</summary>
    public IReadOnlyList<AskedProperty> Properties { get; init; } = [];

    /// <summary>Keys of its answers, in the order of its questions.</summary>
    public IReadOnlyList<ContentHash> Answers { get; init; } = [];

    /// <summary>Whether it failed only because another step is not there yet.</summary>
    public bool IsWaiting => Status == StepStatus.Failed && Reason is { } reason && reason.StartsWith(Waiting, StringComparison.Ordinal);
}
