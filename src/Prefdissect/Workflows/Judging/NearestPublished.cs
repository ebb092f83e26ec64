using Prefdissect.Dissecting.Similarities;

namespace Prefdissect.Workflows.Judging;

/// <summary>A published judge like a judge of the study.</summary>
/// <param name="Nearest">The published judge, and how alike the means of the weights are.</param>
/// <param name="Posterior">The posterior of that similarity, another quantity (<see cref="SimilarityInterval"/>), the published weights taken as exact; <see langword="null"/> where it cannot be stated.</param>
public sealed record NearestPublished(NearestJudge Nearest, SimilarityInterval? Posterior);
