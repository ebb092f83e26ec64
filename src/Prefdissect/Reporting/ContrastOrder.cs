namespace Prefdissect.Reporting;

/// <summary>The order of the properties in a contrast.</summary>
public enum ContrastOrder
{
    /// <summary>By the difference: what the first side weighs more comes first.</summary>
    Difference,

    /// <summary>By the size of the difference, whichever side it speaks for.</summary>
    Size,

    /// <summary>By name.</summary>
    Name,
}
