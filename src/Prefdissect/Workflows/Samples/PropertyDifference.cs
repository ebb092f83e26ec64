namespace Prefdissect.Workflows.Samples;

/// <summary>How two responses are to differ in a property.</summary>
/// <param name="Property">Short name of the property.</param>
/// <param name="Side">Which of them has more.</param>
public sealed record PropertyDifference(string Property, MoreOf Side = MoreOf.Either);
