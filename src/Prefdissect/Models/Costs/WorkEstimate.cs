namespace Prefdissect.Models.Costs;

/// <summary>What work would take, worked out before anything is sent.</summary>
public sealed record WorkEstimate
{
    private WorkEstimate(IReadOnlyList<PlannedStep> steps, double? cost, TimeSpan time)
    {
        Steps = steps;
        Cost = cost;
        Time = time;
    }

    /// <summary>The steps.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>Requests of all steps.</summary>
    public int Requests => Steps.Sum(step => step.Requests);

    /// <summary>Tokens to send.</summary>
    public long PromptTokens => Steps.Sum(step => step.PromptTokens);

    /// <summary>Tokens to receive.</summary>
    public long AnswerTokens => Steps.Sum(step => step.AnswerTokens);

    /// <summary>US dollars, or <see langword="null"/> where the price is not known.</summary>
    public double? Cost { get; }

    /// <summary>Time at full concurrency.</summary>
    public TimeSpan Time { get; }

    /// <summary>Adds up what steps would take.</summary>
    /// <param name="steps">What would be sent.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="secondsARequest">How long a request takes: the mean of earlier ones of this model, else a guess that the caller names as one.</param>
    /// <param name="concurrency">Requests at once.</param>
    /// <param name="inBatch">Whether they go by a batch, at its price.</param>
    public static WorkEstimate Of(IReadOnlyList<PlannedStep> steps, TokenPrice? price, double secondsARequest, int concurrency, BatchUse inBatch = BatchUse.None)
    {
        var cost = price is null ? (double?)null : steps.Sum(step => ((step.PromptTokens * price.Input) + (step.AnswerTokens * price.Output)) / 1e6);
        return new WorkEstimate(steps, inBatch == BatchUse.Batch && price is not null ? cost * price.BatchFactor : cost, TimeSpan.FromSeconds(steps.Sum(step => (double)step.Requests) * secondsARequest / Math.Max(1, concurrency)));
    }
}
