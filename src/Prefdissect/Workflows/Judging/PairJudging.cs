using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>Asks a judge about a pair in every order and round that is open, one after the other, so that the server still has the beginning of the prompt in its cache.</summary>
internal sealed class PairJudging(FirstTokenWork work, OrderAsker asker)
{
    /// <summary>What is open of a pair of which these readings are kept.</summary>
    public IReadOnlyList<(int Round, AskedOrder Order)> Open(IReadOnlyList<OrderReading> kept)
    {
        var wanted = Enumerable.Range(0, work.Request.Rounds).SelectMany(round => work.Request.Orders.Select(order => (round, order))).ToList();
        var open = wanted.FindAll(one => kept.FirstOrDefault(reading => reading.Round == one.round && reading.Order == one.order) is not { } reading || IsAskedAgain(reading));
        // The same is to be shown in every order: what fits the one may be too long for the other.
        return open.Count > 0 && work.Request.Shortens ? wanted : open;
    }

    /// <summary>Asks what is open.</summary>
    public async Task<PairAsked> RunAsync(PairToJudge pair, IReadOnlyList<(int Round, AskedOrder Order)> open, CancellationToken stop)
    {
        if (pair.HasEqualResponses) return PairAsked.Skipped(pair, open, PairAsked.EqualResponses);
        var shares = work.Request.Shortens ? Shortening.Shares : [1];
        var fresh = default(TokenUsage);
        foreach (var share in shares)
        {
            var (judged, isTooLong) = await AskAsync(pair, open, share, stop).ConfigureAwait(false);
            fresh += judged.Fresh;
            if (!isTooLong) return judged with { Fresh = fresh };
        }
        var reason = work.Context is { } context ? $"too long for the context of {context} tokens" : "too long for the model's context";
        return PairAsked.Skipped(pair, open, reason) with { Fresh = fresh };
    }

    private async Task<(PairAsked Judged, bool IsTooLong)> AskAsync(PairToJudge pair, IReadOnlyList<(int Round, AskedOrder Order)> open, double share, CancellationToken stop)
    {
        var (first, second) = (Shortening.Of(pair.First, share), Shortening.Of(pair.Second, share));
        var texts = pair.Texts with { First = first.Text, Second = second.Text };
        var (readings, fresh, notStored) = (new List<OrderReading>(), default(TokenUsage), 0);
        PairAsked Judged(ModelFailure? failure) => new(new PairReadings(pair.Id, readings)) { Stop = failure, NotStored = notStored, Fresh = fresh };
        foreach (var (round, order) in open)
        {
            if (stop.IsCancellationRequested) break;
            var answer = await asker.AskAsync(texts, order, round).ConfigureAwait(false);
            fresh += answer.Fresh;
            if (answer.IsTooLong) return (Judged(null), true);
            if (answer.Open is { Reason: FailureReason.NotStored }) notStored++;
            else if (answer.Open is { } failure) return (Judged(failure), false);
            else readings.Add(answer.Reading! with { LeftOut = first.LeftOut + second.LeftOut });
        }
        return (Judged(null), false);
    }

    private bool IsAskedAgain(OrderReading reading) => reading.State switch
    {
        ReadingState.Failed => work.Request.RetriesFailed,
        ReadingState.Skipped => reading.Reason != PairAsked.EqualResponses && (work.Request.RetriesFailed || work.Request.Shortens),
        _ => false,
    };
}
