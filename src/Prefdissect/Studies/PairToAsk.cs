using Prefdissect.Importing;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A pair with all that an annotation by a model shows of it and knows of it so far. Its texts are hostile.</summary>
/// <param name="Id">Row id of the pair.</param>
/// <param name="Query">What was asked.</param>
/// <param name="First">The first response in canonical order.</param>
/// <param name="Second">The second response.</param>
public sealed record PairToAsk(long Id, Query Query, StoredResponse First, StoredResponse Second)
{
    /// <summary>The reference answer that came first, where there is one.</summary>
    public string? Reference { get; init; }

    /// <summary>What the annotator found in the query, where that was asked.</summary>
    public QueryInfo? Info { get; init; }

    /// <summary>The steps of which something is kept, by name.</summary>
    public IReadOnlyDictionary<string, StepRecord> Steps { get; init; } = new Dictionary<string, StepRecord>();

    /// <summary>Whether its responses were looked through for signs of manipulation.</summary>
    public bool IsScanned { get; init; }
}
