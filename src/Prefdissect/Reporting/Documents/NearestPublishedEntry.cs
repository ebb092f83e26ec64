using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>A published judge like the one that was added.</summary>
public sealed record NearestPublishedEntry(string Published, double Similarity, int Properties, double? PosteriorLow, double? PosteriorMedian, double? PosteriorHigh)
{
    /// <summary>The entry of a published judge.</summary>
    public static NearestPublishedEntry Of(NearestPublished near) =>
        new(near.Nearest.Judge, near.Nearest.Similarity, near.Nearest.Properties, near.Posterior?.Low, near.Posterior?.Median, near.Posterior?.High);
}
