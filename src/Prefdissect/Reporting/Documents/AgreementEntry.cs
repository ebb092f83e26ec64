using Prefdissect.Annotating;

namespace Prefdissect.Reporting.Documents;

/// <summary>Agreement of two annotators on one property.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Kappa">Weighted κ of the ratings; of the comparisons for word counts.</param>
/// <param name="KappaStandardError">Its standard error.</param>
/// <param name="Count">Responses, or pairs for word counts.</param>
/// <param name="ComparisonKappa">Weighted κ of the features that fits use.</param>
/// <param name="ComparisonCount">Pairs.</param>
public sealed record AgreementEntry(string Property, double Kappa, double KappaStandardError, long Count, double? ComparisonKappa, long? ComparisonCount)
{
    /// <summary>The entry of an agreement; <see langword="null"/> where chance cannot be told.</summary>
    public static AgreementEntry? Of(AnnotatorAgreement agreement) => agreement.Quoted is { } quoted
        ? new(agreement.Property, quoted.Value, quoted.StandardError, quoted.Count, agreement.Comparisons?.Value, agreement.Comparisons?.Count)
        : null;
}
