using Polly;
using Polly.Retry;
using Polly.Timeout;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Asking;

/// <summary>
/// The one pipeline that every attempt goes through: again after a pause, as many at once as the server bears, within the budget, within the time. The time is apart from the rest,
/// since a stop ends the waiting of all the rest and not an attempt.
/// </summary>
internal static class AttemptPipeline
{
    public static ResiliencePipeline<Attempt> Build(EndpointLimits limits, AdaptiveConcurrency concurrency, BudgetStrategy budget, ModelClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.Time };
        if (limits.Retries > 0) builder.AddRetry(Retry(limits, options.Seed));
        return builder
            .AddStrategy(_ => concurrency, new Named("concurrency"))
            .AddStrategy(_ => budget, new Named("budget"))
            .Build();
    }

    public static ResiliencePipeline<Attempt> TimeLimit(EndpointLimits limits, TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }.AddTimeout(new TimeoutStrategyOptions { Timeout = limits.TimeLimit }).Build();

    private static RetryStrategyOptions<Attempt> Retry(EndpointLimits limits, int seed)
    {
        var random = new Random(seed);
        return new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = limits.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(Math.Min(500, limits.LongestPause.TotalMilliseconds)),
            MaxDelay = limits.LongestPause,
            UseJitter = true,
            Randomizer = () =>
            {
                lock (random) return random.NextDouble();
            },
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is TimeoutRejectedException || arguments.Outcome.Result is { Outcome.Failure.IsPassing: true, IsLeftOut: false }),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
        };
    }

    private sealed class Named : ResilienceStrategyOptions
    {
        public Named(string name) => Name = name;
    }
}
