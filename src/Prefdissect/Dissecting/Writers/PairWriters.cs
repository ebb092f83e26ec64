namespace Prefdissect.Dissecting.Writers;

/// <summary>Which models wrote the responses of a pair, in the pair's canonical order.</summary>
/// <param name="First">Writer of the first response.</param>
/// <param name="Second">Writer of the second response.</param>
public sealed record PairWriters(string First, string Second);
