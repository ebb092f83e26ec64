namespace Prefdissect.Workflows.Samples;

/// <summary>The property that moves a judge's fitted prediction of a pair the most: |feature × weight| is the largest, in log-odds.</summary>
/// <param name="Judge">Whose fit on all pairs.</param>
/// <param name="Property">Short name of the property.</param>
public sealed record DecisiveProperty(string Judge, string Property);
