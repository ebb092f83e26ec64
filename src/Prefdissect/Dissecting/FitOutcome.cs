namespace Prefdissect.Dissecting;

/// <summary>What came of fitting one judge on one group: a <see cref="SampledFit"/> or a <see cref="FitRefusal"/>.</summary>
/// <param name="Subject">What was to be fitted.</param>
/// <param name="Design">What it was made of.</param>
public abstract record FitOutcome(FitSubject Subject, DesignReport Design);
