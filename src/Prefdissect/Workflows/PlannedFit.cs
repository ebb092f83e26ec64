using Prefdissect.Dissecting;

namespace Prefdissect.Workflows;

/// <summary>A fit that is asked for.</summary>
/// <param name="Subject">Judge, group and annotator.</param>
/// <param name="Design">What to fit.</param>
internal sealed record PlannedFit(FitSubject Subject, Design Design)
{
    /// <summary>The fit that the study holds with the same options and data, with or without its folds; <see langword="null"/> where it holds none.</summary>
    public JudgeFit? Stored { get; init; }
}
