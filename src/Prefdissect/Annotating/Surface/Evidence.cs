using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface;

/// <summary>A place in a response that counted towards a rating.</summary>
/// <param name="Start">First character of the place, in UTF-16 units of the response as it came.</param>
/// <param name="Length">Number of characters, at least 1.</param>
/// <param name="Property">The property that it counted for.</param>
/// <param name="Cue">What was found there: a phrase of a word list, or the name of a structure such as <c>heading</c>.</param>
public readonly record struct Evidence(int Start, int Length, Property Property, string Cue);
