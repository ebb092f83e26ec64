namespace Prefdissect.Models.Costs;

/// <summary>What one step has taken.</summary>
/// <param name="Step">The step.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Answers">Answers received.</param>
/// <param name="PromptTokens">Tokens sent, as the server counts them, or as estimated where it does not.</param>
/// <param name="AnswerTokens">Tokens received.</param>
/// <param name="CachedTokens">Tokens sent that the server had in its cache.</param>
/// <param name="Cost">US dollars, or <see langword="null"/> where a price was not known.</param>
/// <param name="Seconds">Time of all answering requests added up.</param>
public sealed record StepSpending(string Step, string Model, int Answers, long PromptTokens, long AnswerTokens, long CachedTokens, double? Cost, double Seconds);
