using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Dissecting;

/// <summary>The ratings that one annotator gave to both responses of a pair, in the pair's canonical order.</summary>
/// <param name="Pair">Identity of the pair.</param>
/// <param name="Query">Identity of its query.</param>
/// <param name="HasEqualResponses">Whether both responses are the same text.</param>
/// <param name="First">Ratings of the first response, one a property.</param>
/// <param name="Second">Ratings of the second response, one a property.</param>
public sealed record RatedPair(
    ContentHash Pair, ContentHash Query, bool HasEqualResponses, IReadOnlyList<Rating> First, IReadOnlyList<Rating> Second)
{
    /// <summary>Whether both responses were looked through for signs of manipulation.</summary>
    public bool IsScanned { get; init; }

    /// <summary>The signs that either response shows, each once; such a response is flagged.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
