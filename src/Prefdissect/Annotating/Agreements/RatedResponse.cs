using Prefdissect.Properties;

namespace Prefdissect.Annotating.Agreements;

/// <summary>One response of a pair with the ratings that several raters gave it on one property.</summary>
/// <param name="Pair">Number of the pair; the responses of a pair are resampled together.</param>
/// <param name="Ratings">One a rater, always in the same order; raters may be annotators, people, or repeats of one annotator.</param>
public readonly record struct RatedResponse(long Pair, IReadOnlyList<Rating> Ratings);
