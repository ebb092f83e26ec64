namespace Prefdissect.Dissecting;

/// <summary>Whether a property is in a fit, and why not.</summary>
public enum PropertyStatus
{
    /// <summary>It is in the fit.</summary>
    Fitted,

    /// <summary>The annotator measured it on no pair.</summary>
    NotMeasured,

    /// <summary>It is measured on too small a share of the pairs (<see cref="Design.SmallestMeasuredShare"/>).</summary>
    TooSeldomMeasured,

    /// <summary>It compares as equal in every pair, so that nothing can be learnt of it.</summary>
    DoesNotVary,
}
