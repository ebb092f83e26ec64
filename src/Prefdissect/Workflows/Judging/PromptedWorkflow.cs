using Prefdissect.Annotating.Answers;
using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Costs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Has a model judge pairs with reasons. An answer that cannot be used is mended once.</summary>
public static class PromptedWorkflow
{
    private const int TokensOfAnswer = 150;

    /// <summary>Asks about what it has not judged.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="work">What is asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public static Task<JudgeResult> RunAsync(Study study, PromptedRequest work, IModel model, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var asking = new MendedAsking(model, work.Model);
        return work.Asking.RunAsync(study, async (pair, orders) =>
        {
            var asked = await Task.WhenAll(orders.Select(order => AskAsync(asking, work, pair, order))).ConfigureAwait(false);
            // Both orders or none: a failure of one that stops all work leaves the pair open, and the answer of the other is stored.
            return asked.Select(of => of.Open).FirstOrDefault(open => open is not null) is { } open
                ? PairAsked.Open(pair, open)
                : new PairAsked(new PairReadings(pair.Id, [.. asked.Select(of => of.Reading!)]));
        }, work.Model.Endpoint.Limits.Concurrency, progress, watch, stop);
    }

    /// <summary>What it would take; nothing is sent.</summary>
    /// <param name="study">The study.</param>
    /// <param name="work">What would be asked.</param>
    /// <param name="store">The stored answers.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public static Task<EstimateResult> EstimateAsync(Study study, PromptedRequest work, AnswerStore store, TokenPrice? price, CancellationToken cancellation) => EstimateWorkflow.OfRequestsAsync(
        work.Asking.ToAsk(study).SelectMany(of => of.Orders.Select(order => work.Request(of.Pair, order))),
        work.Model, store, price, TokensOfAnswer, cancellation);

    private static async Task<(OrderReading? Reading, ModelFailure? Open)> AskAsync(MendedAsking asking, PromptedRequest work, PairToJudge pair, AskedOrder order)
    {
        var first = work.Request(pair, order);
        AnswerReading.Unusable? Wrong(ModelAnswer answer) => work.Question.Read(answer.Text).Failure;
        var request = work.Scope.RetriesFailed ? await asking.AgainAsync(first, Wrong, CancellationToken.None).ConfigureAwait(false) : first;
        var outcome = await asking.AskAsync(request, Wrong, CancellationToken.None).ConfigureAwait(false);
        if (outcome.Open is { } open) return (null, open);
        var reading = new OrderReading(order)
        {
            State = outcome.Reason is null ? ReadingState.Done : ReadingState.Failed,
            Reason = outcome.Reason,
            Answer = outcome.Key,
            PromptTokens = outcome.Answer?.Usage?.Prompt,
            AnswerTokens = outcome.Answer?.Usage?.Answer,
            Seconds = outcome.Answer?.Elapsed.TotalSeconds,
        };
        return outcome.Reason is null && work.Question.Read(outcome.Text!).Verdict is { } said ? (reading with { Said = said.Verdict, Rationale = said.Reasons }, null) : (reading, null);
    }
}
