using Polly;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Costs;

namespace Prefdissect.Models.Asking;

/// <summary>Reserves an attempt's money and request before it is sent, and settles what it cost.</summary>
internal sealed class BudgetStrategy(Budget budget, TokenPrice? price, Action<Call, Outcome<Attempt>, TimeSpan, double> ended, TimeProvider time) : ResilienceStrategy<Attempt>
{
    protected override async ValueTask<Outcome<Attempt>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Attempt>>> callback, ResilienceContext context, TState state)
    {
        var call = context.Properties.GetValue(Call.Property, null!);
        if (await budget.ReserveAsync(call.MostCost, context.CancellationToken).ConfigureAwait(false) is { } limit)
        {
            return Outcome.FromResult(new Attempt(ModelOutcome.Failed(limit, limit == FailureReason.CostLimit
                ? "The next request could have gone over the limit on cost." : "The limit on requests is reached.")));
        }
        var began = time.GetTimestamp();
        // What may have been charged although no answer came is counted: a limit that could be passed by bad luck is none.
        var (cost, outcome) = (call.MostCost, default(Outcome<Attempt>));
        try
        {
            outcome = await callback(context, state).ConfigureAwait(false);
            cost = CostOf(call, outcome);
            return outcome;
        }
        finally
        {
            budget.Settle(call.MostCost, cost);
            ended(call, outcome, time.GetElapsedTime(began), cost);
        }
    }

    private double CostOf(Call call, Outcome<Attempt> outcome)
    {
        if (outcome.Result?.Outcome is not { } result) return call.MostCost;
        if (result.Received is { } answer) return price is null ? 0 : answer.Usage is { } usage ? price.Of(usage) : call.MostCost;
        // A reply of another status than success, or no connection, is charged by nobody.
        return result.Failure is { Status: not null and (< 200 or >= 300) } or { Reason: FailureReason.Unreachable } ? 0 : call.MostCost;
    }
}
