namespace Prefdissect.Dissecting;

/// <summary>One judge's votes on one pair whose responses were compared.</summary>
/// <param name="Compared">The comparisons.</param>
/// <param name="Votes">The votes of the one judge.</param>
public readonly record struct JudgedPair(ComparedPair Compared, VoteCounts Votes);
