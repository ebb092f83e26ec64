namespace Prefdissect.Dissecting;

/// <summary>One judge's weight of each property on one group: point values, from a fit or from a file.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group of pairs they were fitted on.</param>
/// <param name="Values">Short name of a property → its weight, finite. A property that is not there was not in the fit.</param>
public sealed record JudgeWeights(string Judge, string Group, IReadOnlyDictionary<string, double> Values);
