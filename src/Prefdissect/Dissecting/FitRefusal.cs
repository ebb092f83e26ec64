namespace Prefdissect.Dissecting;

/// <summary>There was nothing to fit.</summary>
/// <param name="Subject">What was to be fitted.</param>
/// <param name="Design">What there was.</param>
/// <param name="Reason">Why, as a sentence for a person.</param>
public sealed record FitRefusal(FitSubject Subject, DesignReport Design, string Reason) : FitOutcome(Subject, Design);
