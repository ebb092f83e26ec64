using Prefdissect.Annotating.Surface;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Samples;

/// <summary>One response of a pair and what is seen in its text. Places are in UTF-16 units of the text as it came.</summary>
/// <param name="Text">The text, hostile.</param>
/// <param name="Hash">Its content hash.</param>
public sealed record PairResponse(string Text, ContentHash Hash)
{
    /// <summary>Who wrote it, as votes say: each name once.</summary>
    public IReadOnlyList<string> Writers { get; init; } = [];

    /// <summary>Signs of manipulation, by their place.</summary>
    public IReadOnlyList<ManipulationSign> Signs { get; init; } = [];

    /// <summary>What the annotator that reads the text alone counts in it, by property, then by place; places of different properties may overlap.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
