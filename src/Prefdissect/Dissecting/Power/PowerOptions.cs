namespace Prefdissect.Dissecting.Power;

/// <summary>How widths at more pairs are predicted.</summary>
public sealed record PowerOptions
{
    /// <summary>How many times the pairs of now, each 2 or more.</summary>
    public IReadOnlyList<int> Multiples { get; init; } = [2, 5, 10];

    /// <summary>Simulated studies for each multiple, at least 10.</summary>
    public int Simulations { get; init; } = 40;

    /// <summary>Where chance begins.</summary>
    public long Seed { get; init; } = 1;
}
