using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Resolving;

/// <summary>The rating of one response, and why it has no value where it has none.</summary>
/// <param name="Property">The property.</param>
/// <param name="Side">The response, in the pair's canonical order.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Reason">Why there is no value; <see langword="null"/> where there is one.</param>
public sealed record ResolvedRating(Property Property, PairSide Side, Rating Rating, string? Reason = null);
