namespace Prefdissect.Models.Asking;

/// <summary>Whether as many requests are under way as are allowed.</summary>
internal enum Saturation
{
    /// <summary>Fewer.</summary>
    Free,

    /// <summary>As many.</summary>
    Full,
}
