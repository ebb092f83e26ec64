namespace Prefdissect.Reporting.Documents;

/// <summary>What one step would send.</summary>
public sealed record PlannedStepEntry(string Step, int Requests, long PromptTokens, long AnswerTokens);
