namespace Prefdissect.Reporting.Documents;

/// <summary>How much of a group a fit can use.</summary>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Pairs">Pairs judged.</param>
/// <param name="UsablePairs">Pairs that a fit uses.</param>
public sealed record GroupEntry(string Annotator, string Judge, string Group, int Pairs, int UsablePairs);
