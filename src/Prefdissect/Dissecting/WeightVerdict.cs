namespace Prefdissect.Dissecting;

/// <summary>What a fit says of one property; decided by its 95 % interval.</summary>
public enum WeightVerdict
{
    /// <summary>The interval contains 0.</summary>
    Unclear,

    /// <summary>The interval lies above 0: more of the property is preferred.</summary>
    Liked,

    /// <summary>The interval lies below 0: less of it is preferred.</summary>
    Disliked,
}
