using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Workflows;

/// <summary>Whether who wrote the responses can be told from what they are like, in one judge's votes and one annotator's eyes.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Annotator">Whose ratings.</param>
/// <param name="Telltales">Every writer by the properties, every property by the writers, the most determined first.</param>
public sealed record WriterExamination(string Judge, string Annotator, IReadOnlyList<WriterTelltale> Telltales)
{
    /// <summary>Those that are nearly determined.</summary>
    public IEnumerable<WriterTelltale> Telling => Telltales.Where(one => one.Determination >= WriterTelltale.Telling);
}
