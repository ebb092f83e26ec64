namespace Prefdissect.Reporting.Documents;

/// <summary>The votes of one judge on a pair.</summary>
public sealed record SampleVotesEntry(string Judge, string Verdict, long A, long B, long Ties);
