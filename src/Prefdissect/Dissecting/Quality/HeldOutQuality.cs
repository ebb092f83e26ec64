namespace Prefdissect.Dissecting.Quality;

/// <summary>How well a fit predicts votes that it has not seen, beside what simpler rules reach on the same votes and folds.</summary>
public sealed record HeldOutQuality
{
    /// <summary>Pairs predicted; all pairs of the fit, each by the fit of the fold that leaves it out.</summary>
    public required int Pairs { get; init; }

    /// <summary>Votes on them; ties that count half each way are one vote.</summary>
    public required double Votes { get; init; }

    /// <summary>Queries they belong to: what the intervals resample.</summary>
    public required int Queries { get; init; }

    /// <summary>The fit with all its properties.</summary>
    public required PredictionScores Model { get; init; }

    /// <summary>A fit of the length alone, with the same prior; <see langword="null"/> where length is not in the fit, or weights depend on each other under the prior.</summary>
    public required PredictionScores? LengthOnly { get; init; }

    /// <summary>Accuracy of the fit minus that of length alone.</summary>
    public required Estimate AccuracyOverLength { get; init; }

    /// <summary>Log loss of length alone minus that of the fit, in nats a vote: above 0 where the other properties help.</summary>
    public required Estimate LogLossBelowLength { get; init; }

    /// <summary>What each property adds to length alone, in the order of the weights, length itself left out; empty where there is nothing to compare with length.</summary>
    public required IReadOnlyList<PropertyGain> BeyondLength { get; init; }

    /// <summary>Why there is nothing to compare with length, as a clause; <see langword="null"/> where there is.</summary>
    public required string? NoLengthReason { get; init; }
}
