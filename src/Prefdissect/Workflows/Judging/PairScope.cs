namespace Prefdissect.Workflows.Judging;

/// <summary>Which pairs a judge is to be asked about.</summary>
public sealed record PairScope
{
    /// <summary>How many pairs, spread evenly over scenarios; <see langword="null"/> for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the sample.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Whether what failed is asked again.</summary>
    public bool RetriesFailed { get; init; }
}
