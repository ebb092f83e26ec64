using Prefdissect.Dissecting;
using Prefdissect.Judging;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Judging;

/// <summary>A judge from its first vote to its dissection.</summary>
/// <param name="Judged">What came of judging.</param>
/// <param name="Fits">What came of fitting.</param>
/// <param name="View">The fits, ready to be shown.</param>
public sealed record AddedJudge(JudgeResult Judged, FitResult Fits, DissectionView View)
{
    /// <summary>The published judges most like it, most alike first; empty where no similarity can be stated.</summary>
    public IReadOnlyList<NearestPublished> Nearest { get; init; } = [];

    /// <summary>What the position does to it; <see langword="null"/> where it was not asked in both orders.</summary>
    public PositionSummary? Position { get; init; }

    /// <summary>The fit on all pairs, or where there is none the first.</summary>
    public JudgeFit MainFit => View.Fits.FirstOrDefault(fit => fit.Subject.Group == Group.All) ?? View.Fits[0];
}
