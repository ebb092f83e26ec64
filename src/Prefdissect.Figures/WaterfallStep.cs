namespace Prefdissect.Figures;

/// <summary>One step of a <see cref="Waterfall"/>, in data units.</summary>
/// <param name="Label">What makes the step.</param>
/// <param name="Change">By how much it raises (positive) or lowers the value.</param>
public sealed record WaterfallStep(string Label, double Change)
{
    /// <summary>The interval of the change, written beside it; where it contains 0 the bar is hollow.</summary>
    public Interval? Outer { get; init; }

    /// <summary>What shows when the pointer rests on the step; where null, label and numbers.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Whether the interval leaves open which way the step goes.</summary>
    public bool IsUnclear => Outer is { } outer && outer.Contains(0);
}
