namespace Prefdissect.Models.Costs;

/// <summary>What a step would send.</summary>
/// <param name="Step">The step.</param>
/// <param name="Requests">Requests to send, those with a stored answer left out.</param>
/// <param name="PromptTokens">Tokens to send, estimated.</param>
/// <param name="AnswerTokens">Tokens to receive, estimated.</param>
public sealed record PlannedStep(string Step, int Requests, long PromptTokens, long AnswerTokens)
{
    /// <summary>A share of it, rounded.</summary>
    public PlannedStep Share(double share) => this with
    {
        Requests = (int)Math.Round(Requests * share),
        PromptTokens = (long)Math.Round(PromptTokens * share),
        AnswerTokens = (long)Math.Round(AnswerTokens * share),
    };

    /// <summary>This and as much as another of the same step.</summary>
    public PlannedStep Plus(PlannedStep other) => this with
    {
        Requests = Requests + other.Requests,
        PromptTokens = PromptTokens + other.PromptTokens,
        AnswerTokens = AnswerTokens + other.AnswerTokens,
    };
}
