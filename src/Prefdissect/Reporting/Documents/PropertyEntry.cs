using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.Documents;

/// <summary>Whether a property can be fitted, over all pairs of a study.</summary>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Property">Short name.</param>
/// <param name="Fitted">Whether a fit over all pairs would have it.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Measured">Pairs on which it is measured.</param>
/// <param name="Differing">Pairs in which one response has more of it.</param>
public sealed record PropertyEntry(string Annotator, string Property, bool Fitted, string? Reason, int Measured, int Differing)
{
    /// <summary>The entry of a property.</summary>
    public static PropertyEntry Of(string annotator, PropertyUse use) =>
        new(annotator, use.Property, use.Status == PropertyStatus.Fitted, use.Reason, use.Measured, use.Differing);
}
