using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A place in a response that shows a sign of manipulation. The text is hostile.</summary>
/// <param name="Response">Hash of the response.</param>
/// <param name="Kind">Name of the sign.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Text">The whole response as it came.</param>
public sealed record FlaggedPlace(ContentHash Response, string Kind, int Start, int Length, string Text);
