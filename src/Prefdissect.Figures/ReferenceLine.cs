namespace Prefdissect.Figures;

/// <summary>A line across the axis that values are compared with.</summary>
/// <param name="Value">Where it stands, in data units.</param>
/// <param name="Label">Its name, such as "no difference".</param>
public sealed record ReferenceLine(double Value, string Label);
