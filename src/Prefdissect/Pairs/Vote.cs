namespace Prefdissect.Pairs;

/// <summary>One judge's verdict on one pair, with sides A and B as the judge (or the file) had them.</summary>
public sealed record Vote
{
    /// <summary>The judge of a vote whose data names none.</summary>
    public const string UnnamedJudge = "human";

    /// <summary>What was asked.</summary>
    public required Query Query { get; init; }

    /// <summary>The response on side A.</summary>
    public required Response A { get; init; }

    /// <summary>The response on side B.</summary>
    public required Response B { get; init; }

    /// <summary>Who judged; <see langword="null"/> where the data does not say.</summary>
    public string? Judge { get; init; }

    /// <summary>The verdict, in terms of the sides above.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How strongly: log-odds in favour of side A, finite; <see langword="null"/> where unknown.</summary>
    public double? Margin { get; init; }

    /// <summary>Who wrote side A, where known.</summary>
    public string? ModelA { get; init; }

    /// <summary>Who wrote side B, where known.</summary>
    public string? ModelB { get; init; }

    /// <summary>The scenario of the query, in the data's own name, where known.</summary>
    public string? Scenario { get; init; }

    /// <summary>Other columns worth grouping by: name and value, sorted by name, names unique.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>The pair that the vote is about, in canonical order.</summary>
    public Pair Pair => new(Query, A, B);

    /// <summary>The same vote with the sides exchanged.</summary>
    public Vote Exchanged() => this with
    {
        A = B,
        B = A,
        Verdict = Verdict switch { Verdict.A => Verdict.B, Verdict.B => Verdict.A, _ => Verdict.Tie },
        Margin = -Margin,
        ModelA = ModelB,
        ModelB = ModelA,
    };
}
