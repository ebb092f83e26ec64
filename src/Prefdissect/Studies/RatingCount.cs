using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>How many responses have one rating of a property.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="Value">The rating; <see langword="null"/> where the state has none.</param>
/// <param name="Count">Ratings of this kind.</param>
public sealed record RatingCount(RatingState State, double? Value, long Count);
