using Prefdissect.Annotating.Answers;
using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Costs;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Has a model score responses one by one; the better one of a pair has its vote. A response that stands in several pairs of one query is asked about once, since its question is the same.</summary>
public static class ScoreWorkflow
{
    private const int TokensOfAnswer = 10;

    /// <summary>Asks about what it has not scored.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="work">What is asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public static Task<JudgeResult> RunAsync(Study study, ScoreRequest work, IModel model, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var asking = new MendedAsking(model, work.Model);
        return work.Asking.RunAsync(study, async (pair, _) =>
        {
            var scores = await Task.WhenAll(AskAsync(asking, work, pair.Query, pair.First), AskAsync(asking, work, pair.Query, pair.Second)).ConfigureAwait(false);
            if (scores.Select(of => of.Open).FirstOrDefault(open => open is not null) is { } open) return PairAsked.Open(pair, open);
            return new PairAsked(new PairReadings(pair.Id, [Reading(work, scores[0], scores[1])]));
        }, work.Model.Endpoint.Limits.Concurrency, progress, watch, stop);
    }

    /// <summary>What it would take; nothing is sent.</summary>
    /// <param name="study">The study.</param>
    /// <param name="work">What would be asked.</param>
    /// <param name="store">The stored answers.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public static Task<EstimateResult> EstimateAsync(Study study, ScoreRequest work, AnswerStore store, TokenPrice? price, CancellationToken cancellation) => EstimateWorkflow.OfRequestsAsync(
        work.Asking.ToAsk(study).SelectMany(of => new[] { work.Request(of.Pair.Query, of.Pair.First), work.Request(of.Pair.Query, of.Pair.Second) }),
        work.Model, store, price, TokensOfAnswer, cancellation);

    private static OrderReading Reading(ScoreRequest work, QuestionOutcome first, QuestionOutcome second)
    {
        var reading = (first.Reason ?? second.Reason) is { } reason
            ? new OrderReading(AskedOrder.FirstAsA) { State = ReadingState.Failed, Reason = reason }
            : work.Question.Compare(work.Question.Read(first.Text!).Score!.Value, work.Question.Read(second.Text!).Score!.Value);
        return reading with
        {
            PromptTokens = first.Answer?.Usage?.Prompt + second.Answer?.Usage?.Prompt,
            AnswerTokens = first.Answer?.Usage?.Answer + second.Answer?.Usage?.Answer,
            Seconds = first.Answer?.Elapsed.TotalSeconds + second.Answer?.Elapsed.TotalSeconds,
        };
    }

    private static async Task<QuestionOutcome> AskAsync(MendedAsking asking, ScoreRequest work, Query query, string response)
    {
        var first = work.Request(query, response);
        AnswerReading.Unusable? Wrong(ModelAnswer answer) => work.Question.Read(answer.Text).Failure;
        var request = work.Scope.RetriesFailed ? await asking.AgainAsync(first, Wrong, CancellationToken.None).ConfigureAwait(false) : first;
        return await asking.AskAsync(request, Wrong, CancellationToken.None).ConfigureAwait(false);
    }
}
