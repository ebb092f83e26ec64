using Prefdissect.Models.Costs;

namespace Prefdissect.Reporting.Documents;

/// <summary>What one step has taken of one model, in all runs.</summary>
public sealed record SpendingEntry(string Step, string Model, int Answers, long PromptTokens, long AnswerTokens, long CachedTokens, double? Cost)
{
    /// <summary>The entry of a spending.</summary>
    public static SpendingEntry Of(StepSpending of) => new(of.Step, of.Model, of.Answers, of.PromptTokens, of.AnswerTokens, of.CachedTokens, of.Cost);
}
