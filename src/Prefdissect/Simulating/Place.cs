namespace Prefdissect.Simulating;

/// <summary>Where in a response a fragment may stand.</summary>
internal enum Place
{
    /// <summary>Among the things said.</summary>
    Body,

    /// <summary>At the beginning; marked <c>^</c>.</summary>
    Opening,

    /// <summary>At the end; marked <c>$</c>.</summary>
    Closing,
}
