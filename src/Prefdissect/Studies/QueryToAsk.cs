using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A query as the study keeps it.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Query">The query, hostile.</param>
public sealed record QueryToAsk(long Id, Query Query)
{
    /// <summary>Number of the next asking, part of the keys of its answers.</summary>
    public int Attempt { get; init; }
}
