namespace Prefdissect.Annotating.Asking;

/// <summary>How much an error harms (paper, §3.2).</summary>
public enum ErrorSeverity
{
    /// <summary>It barely harms the use of the response.</summary>
    Minor,

    /// <summary>It harms its use.</summary>
    Moderate,

    /// <summary>It makes it wrong or unusable.</summary>
    Severe,
}
