using Prefdissect.Annotating.Agreements;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>agreement --json</c> prints.</summary>
public sealed record AgreementDocument(Provenance Provenance, IReadOnlyList<string> Annotators, IReadOnlyList<PropertyAgreement> Properties)
{
    /// <summary>The document of a comparison.</summary>
    public static AgreementDocument Of(AgreementView view, Provenance provenance) => new(provenance, view.Names, view.Properties);
}
