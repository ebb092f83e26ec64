namespace Prefdissect.Dissecting;

/// <summary>How many pairs of a fit hold a response with one sign of manipulation; a pair can hold several.</summary>
/// <param name="Sign">Name of the sign, such as <c>AddressesJudge</c>.</param>
/// <param name="Pairs">Pairs, at least 1.</param>
public sealed record SignCount(string Sign, int Pairs);
