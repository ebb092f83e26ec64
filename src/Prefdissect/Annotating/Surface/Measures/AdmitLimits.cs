namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>Admitting limits: phrases that say what the writer cannot do, does not know or got wrong, per ten sentences.</summary>
public sealed class AdmitLimits() : CueMeasure("admit limits", new(0.5, 1.5, 3), ("admit", 1));
