namespace Prefdissect.Reporting.Documents;

/// <summary>How much of a group a fit can use.</summary>
/// <param name="Annotator">Whose ratings; null where nothing is rated and votes alone were looked at.</param>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Pairs">Pairs judged.</param>
/// <param name="UsablePairs">Pairs that a fit uses, as far as is known.</param>
public sealed record GroupEntry(string? Annotator, string Judge, string Group, int Pairs, int UsablePairs)
{
    /// <summary>The entry of a judge's group.</summary>
    public static GroupEntry Of(string? annotator, Workflows.GroupExamination group) => new(annotator, group.Judge, group.Group, group.Pairs, group.UsablePairs);
}
