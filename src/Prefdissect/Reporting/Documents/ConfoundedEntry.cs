namespace Prefdissect.Reporting.Documents;

/// <summary>How nearly a writer is told by the properties of its responses, or a property by who wrote them.</summary>
/// <param name="Judge">The judge whose pairs were looked at.</param>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Writer">The writer; null where it is a property that is told.</param>
/// <param name="Property">The property; null where it is a writer that is told.</param>
/// <param name="Determination">R² about 0, adjusted.</param>
/// <param name="Pairs">Pairs in which the writer met another, or responses differ in the property.</param>
public sealed record ConfoundedEntry(string Judge, string Annotator, string? Writer, string? Property, double Determination, int Pairs);
