namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Authority: phrases of certainty and command minus hedges (weak ones count half), per ten sentences. A plain text, neither sure nor hedging, is rated 1.
/// </summary>
public sealed class Authoritative() : CueMeasure("authoritative", new(-0.75, 0.75, 1.75), ("certain", 1), ("hedge", -1), ("hedge-mild", -0.5));
