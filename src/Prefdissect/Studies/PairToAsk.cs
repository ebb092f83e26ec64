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

    /// <summary>Keys of the answers that <see cref="Info"/> was read from, the last one last; none where a file brought it.</summary>
    public IReadOnlyList<ContentHash> InfoAnswers { get; init; } = [];

    /// <summary>The steps of which something is kept: the parts of each by its name, in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<StepRecord>> Steps { get; init; } = new Dictionary<string, IReadOnlyList<StepRecord>>();

    /// <summary>What is kept of one step.</summary>
    public IReadOnlyList<StepRecord> PartsOf(string step) => Steps.GetValueOrDefault(step) ?? [];

    /// <summary>Whether its responses were looked through for signs of manipulation.</summary>
    public bool IsScanned { get; init; }
}
