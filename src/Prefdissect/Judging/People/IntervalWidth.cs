namespace Prefdissect.Judging.People;

/// <summary>How well a property's weight is known.</summary>
/// <param name="Property">Short name of the property.</param>
/// <param name="HalfWidth">Half the width of the 95 % interval of the weight, above 0.</param>
public sealed record IntervalWidth(string Property, double HalfWidth);
