namespace Prefdissect.Workflows;

/// <summary>On how many pairs of a group a property is measured.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Group">The group.</param>
/// <param name="Measured">Pairs on which it is measured on both sides.</param>
/// <param name="Eligible">Pairs that a fit could use, were everything measured.</param>
public sealed record PropertyCoverage(string Property, string Group, int Measured, int Eligible)
{
    /// <summary>The share; <see langword="null"/> where no pair could be used.</summary>
    public double? Share => Eligible == 0 ? null : (double)Measured / Eligible;
}
