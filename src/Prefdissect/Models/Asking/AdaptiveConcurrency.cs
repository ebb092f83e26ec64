using Polly;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Asking;

/// <summary>
/// Lets attempts through in the order they came, as many at once as the server bears, not faster than the settings say, and none while the server asks everyone to wait.
/// </summary>
internal sealed class AdaptiveConcurrency(EndpointLimits limits, TimeProvider time) : ResilienceStrategy<Attempt>
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> queue = new();
    private readonly ConcurrencyLimit limit = new(limits.Concurrency);
    private readonly Pace requests = new(limits.RequestsPerMinute);
    private readonly Pace tokens = new(limits.TokensPerMinute);
    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;
    private int pushedBackInARow;
    private int underWay;

    /// <summary>Requests allowed at once.</summary>
    public int Current
    {
        get
        {
            lock (gate) return limit.Current;
        }
    }

    protected override async ValueTask<Outcome<Attempt>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Attempt>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            await EnterAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            return Outcome.FromException<Attempt>(error);
        }
        long began = 0;
        Outcome<Attempt> outcome = default;
        try
        {
            await WaitForTurnAsync(context).ConfigureAwait(false);
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.Properties.GetValue(Call.Property, null!).Standing?.Stop is { } stop) return Outcome.FromResult(new Attempt(ModelOutcome.Of(stop)) { IsLeftOut = true });
            began = time.GetTimestamp();
            outcome = await callback(context, state).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            outcome = Outcome.FromException<Attempt>(error);
        }
        finally
        {
            Leave(outcome, began);
        }
        return outcome;
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            if (underWay < limit.Current && queue.Count == 0)
            {
                underWay++;
                return;
            }
            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Enqueue(turn);
        }
        using (cancellationToken.UnsafeRegister(static (waiting, token) => ((TaskCompletionSource)waiting!).TrySetCanceled(token), turn))
        {
            await turn.Task.ConfigureAwait(false);
        }
    }

    private async Task WaitForTurnAsync(ResilienceContext context)
    {
        var call = context.Properties.GetValue(Call.Property, null!);
        var now = time.GetUtcNow();
        DateTimeOffset start;
        lock (gate) start = Max(requests.Next(now, 1), tokens.Next(now, call.Tokens));
        while (true)
        {
            lock (gate) start = Max(start, pausedUntil);
            var wait = start - time.GetUtcNow();
            if (wait <= TimeSpan.Zero) return;
            await Task.Delay(wait, time, context.CancellationToken).ConfigureAwait(false);
        }
    }

    private void Leave(Outcome<Attempt> outcome, long began)
    {
        lock (gate)
        {
            if (began != 0) Learn(outcome, began);
            underWay--;
            while (underWay < limit.Current && queue.TryDequeue(out var turn))
            {
                if (turn.TrySetResult()) underWay++;
            }
        }
    }

    private void Learn(Outcome<Attempt> outcome, long began)
    {
        var now = time.GetTimestamp();
        if (outcome.Exception is Polly.Timeout.TimeoutRejectedException || outcome.Result is { IsPushBack: true })
        {
            limit.PushedBack(began, now);
            // One request pushed back may be chance; two in a row mean everyone.
            if (++pushedBackInARow > 1 && outcome.Result?.RetryAfter is { } wait) pausedUntil = Max(pausedUntil, time.GetUtcNow() + wait);
        }
        else if (outcome.Result is { Outcome.HasAnswer: true })
        {
            pushedBackInARow = 0;
            limit.Succeeded(time.GetElapsedTime(began, now).TotalSeconds, underWay >= limit.Current ? Saturation.Full : Saturation.Free);
        }
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
