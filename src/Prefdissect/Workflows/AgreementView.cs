using Prefdissect.Annotating;
using Prefdissect.Annotating.Agreements;

namespace Prefdissect.Workflows;

/// <summary>How far annotators agree.</summary>
/// <param name="Annotators">Who is compared.</param>
/// <param name="Properties">One entry a property that all of them rated.</param>
/// <param name="DataHash">Hash of the study's votes.</param>
public sealed record AgreementView(IReadOnlyList<AnnotatorIdentity> Annotators, IReadOnlyList<PropertyAgreement> Properties, string DataHash);
