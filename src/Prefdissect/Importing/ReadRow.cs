using Prefdissect.Pairs;

namespace Prefdissect.Importing;

/// <summary>A row that was read: one pair with a vote of every judge that the row names.</summary>
/// <param name="Line">Line of the file, from 1, on which the row starts.</param>
/// <param name="Votes">The votes, all on the same pair with the same sides; at least one.</param>
public sealed record ReadRow(long Line, IReadOnlyList<Vote> Votes) : ImportedRow(Line)
{
    /// <summary>An answer to the query that errors are judged against, where the file has one.</summary>
    public string? Reference { get; init; }

    /// <summary>What the file says of the query; <see langword="null"/> where it says nothing.</summary>
    public QueryInfo? QueryInfo { get; init; }

    /// <summary>Ratings of side A that the file carries, in the published order; empty where it has none.</summary>
    public IReadOnlyList<PropertyRating> RatingsA { get; init; } = [];

    /// <summary>Ratings of side B.</summary>
    public IReadOnlyList<PropertyRating> RatingsB { get; init; } = [];

    /// <summary>What the judge of the row's only vote answered with its first token, where the file keeps it.</summary>
    public FirstTokenReading? FirstToken { get; init; }
}
