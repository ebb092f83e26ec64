using Prefdissect.Workflows.Judging;

namespace Prefdissect.Workflows;

/// <summary>What an interactive report shows of a study.</summary>
/// <param name="Dissection">The fits.</param>
/// <param name="Similarities">How alike the judges are, a view a metric; empty where there are no two judges to compare.</param>
public sealed record ReportView(DissectionView Dissection, IReadOnlyList<SimilarityView> Similarities)
{
    /// <summary>Contrasts of two judges each, on one or more groups.</summary>
    public IReadOnlyList<ContrastView> Contrasts { get; init; } = [];

    /// <summary>Why some or all contrasts are not there, as a sentence; <see langword="null"/> where all are.</summary>
    public string? ContrastsReason { get; init; }

    /// <summary>How judges are biased; <see langword="null"/> where that was not measured.</summary>
    public JudgesView? Biases { get; init; }

    /// <summary>Why it was not measured, as a sentence.</summary>
    public string? BiasesReason { get; init; }

    /// <summary>Pairs with their texts; empty where none were asked for.</summary>
    public IReadOnlyList<SamplePair> Samples { get; init; } = [];

    /// <summary>Pairs that the study has.</summary>
    public long Pairs { get; init; }
}
