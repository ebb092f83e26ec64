using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Samples;

/// <summary>The pairs before and after a pair in a list of samples.</summary>
/// <param name="Previous">Id of the one before; <see langword="null"/> where there is none.</param>
/// <param name="Next">Id of the one after; <see langword="null"/> where there is none.</param>
public sealed record SampleNeighbours(ContentHash? Previous, ContentHash? Next)
{
    /// <summary>Whether the search was broken off after many pairs, so that one that is missing may yet be there.</summary>
    public bool IsBrokenOff { get; init; }
}
