namespace Prefdissect.Figures;

/// <summary>What must hold of a <see cref="Waterfall"/> before it is drawn.</summary>
internal static class WaterfallCheck
{
    /// <exception cref="ArgumentException">Something does not hold; the message names the step.</exception>
    public static void Throw(Waterfall figure)
    {
        if (figure.Most < 1)
            throw new ArgumentException($"At most {figure.Most} steps are to be drawn; it must be 1 or more.");
        Finite(figure.Start, "The start");
        if (figure.EndInterval is { } end)
            Ordered(end, "The result");
        if (figure.Axis.AtLeast is { } span)
            Ordered(span, "The axis");
        for (var i = 0; i < figure.Steps.Count; i++)
        {
            var where = $"Step {i + 1} ('{figure.Steps[i].Label}')";
            Finite(figure.Steps[i].Change, where);
            if (figure.Steps[i].Outer is { } outer)
                Ordered(outer, where);
        }
    }

    private static void Ordered(Interval interval, string where)
    {
        Finite(interval.Low, where + ", lower end of the interval");
        Finite(interval.High, where + ", upper end of the interval");
        if (interval.Low > interval.High)
            throw new ArgumentException($"{where}: the interval runs from {interval.Low} down to {interval.High}.");
    }

    private static void Finite(double value, string where)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{where} is {value}; it must be a finite number.");
    }
}
