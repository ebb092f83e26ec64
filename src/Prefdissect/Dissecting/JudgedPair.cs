using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Dissecting;

/// <summary>One judge's votes on one pair whose responses were compared.</summary>
/// <param name="Compared">The comparisons.</param>
/// <param name="Votes">The votes of the one judge.</param>
/// <param name="Writers">Who wrote the responses, where the fit is to be controlled for that and all votes on the pair name the same two; else <see langword="null"/>.</param>
public readonly record struct JudgedPair(ComparedPair Compared, VoteCounts Votes, PairWriters? Writers = null);
