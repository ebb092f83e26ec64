namespace Prefdissect.Annotating.Surface;

/// <summary>Where a measure turns into the ratings 1, 2 and 3; below <paramref name="One"/> it is 0.</summary>
/// <param name="One">Smallest measure rated 1.</param>
/// <param name="Two">Smallest measure rated 2, above <paramref name="One"/>.</param>
/// <param name="Three">Smallest measure rated 3, above <paramref name="Two"/>.</param>
public readonly record struct CutOffs(double One, double Two, double Three)
{
    /// <summary>The rating of a measure: 0, 1, 2 or 3.</summary>
    public int Level(double measure) => measure >= Three ? 3 : measure >= Two ? 2 : measure >= One ? 1 : 0;
}
