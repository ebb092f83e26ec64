namespace Prefdissect.Figures;

/// <summary>How the marks of a <see cref="DotAndWhisker"/> are called in its key and number column.</summary>
/// <param name="Centre">The dot.</param>
/// <param name="Inner">The thick bar.</param>
/// <param name="Outer">The thin bar.</param>
/// <param name="Second">The tick.</param>
public sealed record DotNames(string Centre = "median", string Inner = "50 %", string Outer = "95 %", string Second = "true value");
