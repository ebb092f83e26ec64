using Prefdissect.Annotating;
using Prefdissect.Dissecting;

namespace Prefdissect.Workflows;

/// <summary>What one annotator's ratings of a study allow.</summary>
/// <param name="Annotator">Who rated.</param>
/// <param name="Groups">Usable pairs a judge and group.</param>
/// <param name="Properties">Whether each rated property is measured and varies, over all pairs.</param>
/// <param name="Collinearity">Which properties go together, over all pairs.</param>
public sealed record AnnotatorExamination(
    AnnotatorIdentity Annotator, IReadOnlyList<GroupExamination> Groups, IReadOnlyList<PropertyUse> Properties, Collinearity Collinearity)
{
    /// <summary>How nearly writers and properties determine one another, a judge whose votes name writers.</summary>
    public IReadOnlyList<WriterExamination> Writers { get; init; } = [];
}
