using Prefdissect.Annotating;
using Prefdissect.Annotating.Agreements;

namespace Prefdissect.Workflows;

/// <summary>How far annotators agree.</summary>
/// <param name="Annotators">Who is compared.</param>
/// <param name="Properties">One entry a property that all of them rated.</param>
/// <param name="DataHash">Hash of the study's votes.</param>
public sealed record AgreementView(IReadOnlyList<AnnotatorIdentity> Annotators, IReadOnlyList<PropertyAgreement> Properties, string DataHash)
{
    /// <summary>Names of who is compared, with the version where several are compared.</summary>
    public IReadOnlyList<string> Names => [.. Annotators.Select(annotator => Annotators.Count(other => other.Id == annotator.Id) > 1 ? annotator.Versioned : annotator.Id)];
}
