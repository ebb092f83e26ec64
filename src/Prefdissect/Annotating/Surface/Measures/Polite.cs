namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>Politeness: courteous phrases per ten sentences; 1, 2 and 3 of them are the ratings 1, 2 and 3 in a text of up to ten sentences.</summary>
public sealed class Polite() : CueMeasure("polite", new(0.5, 1.5, 3), ("polite", 1));
