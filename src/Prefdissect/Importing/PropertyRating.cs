using Prefdissect.Properties;

namespace Prefdissect.Importing;

/// <summary>A rating of one response that a file carries.</summary>
/// <param name="Property">The property.</param>
/// <param name="Rating">The rating in the property's unit, measured or not applicable.</param>
public readonly record struct PropertyRating(Property Property, Rating Rating);
