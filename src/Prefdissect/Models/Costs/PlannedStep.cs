namespace Prefdissect.Models.Costs;

/// <summary>What a step would send.</summary>
/// <param name="Step">The step.</param>
/// <param name="Requests">Requests to send, those with a stored answer left out.</param>
/// <param name="PromptTokens">Tokens to send, estimated.</param>
/// <param name="AnswerTokens">Tokens to receive, estimated.</param>
public sealed record PlannedStep(string Step, int Requests, long PromptTokens, long AnswerTokens);
