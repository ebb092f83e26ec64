namespace Prefdissect.Models.Fencing;

/// <summary>A place in a text that tries to get more than its due.</summary>
/// <param name="Kind">How.</param>
/// <param name="Start">Index of its first character in the text as it came.</param>
/// <param name="Length">Its length in characters; at least 1.</param>
public sealed record ManipulationSign(ManipulationKind Kind, int Start, int Length);
