namespace Prefdissect.Studies;

/// <summary>What one judge gave.</summary>
public sealed record JudgeCounts
{
    /// <summary>The judge.</summary>
    public string Judge { get; init; } = "";

    /// <summary>Pairs judged.</summary>
    public int Pairs { get; init; }

    /// <summary>Votes, repeated ones counted.</summary>
    public int Votes { get; init; }

    /// <summary>The ties among them.</summary>
    public int Ties { get; init; }

    /// <summary>Whether any of them was made by the simulator.</summary>
    public bool Simulated { get; init; }
}
