namespace Prefdissect.Figures;

/// <summary>A value axis.</summary>
/// <param name="Title">What the axis measures, with the unit.</param>
/// <param name="Format">How values are written.</param>
public sealed record Axis(string Title, ValueFormat Format)
{
    /// <summary>Values the axis covers in any case; the data widen it.</summary>
    public Interval? AtLeast { get; init; }
}
