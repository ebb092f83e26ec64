using System.Text;
using Polly;
using Polly.Timeout;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>
/// Sends requests to one model and gives what comes back as an answer or a failure with its reason; a fault of the server or of the network is never an exception. Safe for use
/// from several threads; make one for a model and share it, because what the server bears is learnt by it. It stores nothing: <see cref="AnsweringModel"/> does.
/// </summary>
public sealed class ModelClient : IDisposable
{
    private const int GuessedAnswer = 1024;
    private readonly EndpointConnection connection;
    private readonly ApiKey? key;
    private readonly ModelClientOptions options;
    private readonly AdaptiveConcurrency concurrency;
    private readonly ResiliencePipeline<Attempt> pipeline;
    private readonly ResiliencePipeline<Attempt> timeLimit;

    /// <summary>A client of one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Its key, or <see langword="null"/> where it needs none; see <see cref="KeySource.Read"/>.</param>
    /// <param name="options">Clock, budget, price.</param>
    public ModelClient(NamedModel model, ApiKey? key, ModelClientOptions options)
    {
        Model = model;
        this.key = key;
        this.options = options;
        connection = new EndpointConnection(model.Endpoint, key, options.Time);
        concurrency = new AdaptiveConcurrency(model.Endpoint.Limits, options.Time);
        pipeline = AttemptPipeline.Build(model.Endpoint.Limits, concurrency, new BudgetStrategy(options.Budget, options.Price, Ended, options.Time), options);
        timeLimit = AttemptPipeline.TimeLimit(model.Endpoint.Limits, options.Time);
    }

    /// <summary>The model.</summary>
    public NamedModel Model { get; }

    /// <summary>Requests allowed at once, as the server has borne so far.</summary>
    public int Concurrency => concurrency.Current;

    internal EndpointConnection Connection => connection;

    internal ModelClientOptions Options => options;

    /// <summary>Sends a request, again after faults that pass, until there is an answer or a reason.</summary>
    /// <param name="request">What is asked; the model's own parameters stand before the request's.</param>
    /// <param name="structured">How the server wants to hear of a schema.</param>
    /// <param name="cancellationToken">Gives the request up at once: an answer under way may then be paid and lost.</param>
    /// <exception cref="OperationCanceledException">It was given up, or the client was told to stop before there was an answer.</exception>
    public Task<ModelOutcome> SendAsync(ModelRequest request, StructuredOutput structured, CancellationToken cancellationToken) =>
        SendAsync(request, structured, answer => ValueTask.FromResult(ModelOutcome.Of(answer)), null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    /// <summary>
    /// As the other, and keeps the answer before the attempt counts as ended: so a process that is killed loses at most as many paid answers as it had requests under way.
    /// </summary>
    internal async Task<ModelOutcome> SendAsync(
        ModelRequest request, StructuredOutput structured, Func<ModelAnswer, ValueTask<ModelOutcome>> keep, Standing? standing, CancellationToken cancellationToken)
    {
        var asked = request with { Parameters = Model.Parameters.Apply(request.Parameters) };
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, options.Stopping);
        var context = ResilienceContextPool.Shared.Get(turn.Token);
        try
        {
            var call = CallOf(asked, structured, keep) with { Standing = standing, GivenUp = cancellationToken };
            context.Properties.Set(Call.Property, call);
            var outcome = await pipeline.ExecuteOutcomeAsync(static (context, client) => client.AttemptAsync(context), context, this).ConfigureAwait(false);
            if (options.Stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested && IsUnfinished(outcome)) return Stopped;
            if (outcome.Exception is TimeoutRejectedException) return TimedOut();
            outcome.ThrowIfException();
            return standing?.Seen(outcome.Result!.Outcome) ?? outcome.Result!.Outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>What a request comes to that was not sent because the work is to stop.</summary>
    internal static ModelOutcome Stopped { get; } = ModelOutcome.Failed(FailureReason.Stopped, "The work was stopped before it was sent.");

    // It never had its turn, or would have been tried again.
    private static bool IsUnfinished(Outcome<Attempt> outcome) => outcome.Exception is OperationCanceledException or TimeoutRejectedException || outcome.Result is { Outcome.Failure.IsPassing: true };

    private async ValueTask<Outcome<Attempt>> AttemptAsync(ResilienceContext turn)
    {
        var call = turn.Properties.GetValue(Call.Property, null!);
        var context = ResilienceContextPool.Shared.Get(call.GivenUp);
        try
        {
            context.Properties.Set(Call.Property, call);
            return await timeLimit.ExecuteOutcomeAsync(static (context, client) => client.TryAsync(context), context, this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<Attempt>> TryAsync(ResilienceContext context)
    {
        var call = context.Properties.GetValue(Call.Property, null!);
        var began = options.Time.GetTimestamp();
        try
        {
            var reply = await connection.SendAsync(call.Request.Shape, call.Body, LargestAnswer(call.Request.Parameters), context.CancellationToken).ConfigureAwait(false);
            var outcome = ReplyReading.Read(call.Request.Shape, reply, key);
            if (outcome.Received is { } answer) outcome = await call.Keep(answer with { Elapsed = options.Time.GetElapsedTime(began) }).ConfigureAwait(false);
            return Outcome.FromResult(new Attempt(outcome, reply.RetryAfter));
        }
        catch (OperationCanceledException error) when (context.CancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<Attempt>(error);
        }
        catch (Exception error)
        {
            return FaultOf(error) is { } fault ? Outcome.FromResult(new Attempt(fault)) : Outcome.FromException<Attempt>(error);
        }
    }

    private ModelOutcome TimedOut() => ModelOutcome.Failed(FailureReason.TimedOut, $"No answer came within {Model.Endpoint.Limits.TimeLimit.TotalSeconds:0} s (limits: timeout-seconds).");

    // The library of OpenAI wraps what HttpClient throws.
    private ModelOutcome? FaultOf(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } request =>
            ModelOutcome.Failed(FailureReason.Unreachable, $"No connection to {Model.Endpoint.BaseUrl.Authority}: {FailureText.Shorten(request.Message)}"),
        HttpRequestException or IOException => ModelOutcome.Failed(FailureReason.ConnectionLost, "The connection broke before the answer was complete."),
        OperationCanceledException => ModelOutcome.Failed(FailureReason.Unreachable, $"No connection to {Model.Endpoint.BaseUrl.Authority} within the time allowed."),
        InvalidDataException => ModelOutcome.Failed(FailureReason.MalformedAnswer, "The body of the answer cannot be unpacked."),
        System.ClientModel.ClientResultException { InnerException: { } inner } => FaultOf(inner),
        AggregateException { InnerExceptions: [.., var last] } => FaultOf(last),
        _ => null,
    };

    private Call CallOf(ModelRequest request, StructuredOutput structured, Func<ModelAnswer, ValueTask<ModelOutcome>> keep)
    {
        var tokens = TokenEstimate.Of(request);
        var answer = request.Parameters.MaxTokens ?? GuessedAnswer;
        // A guess of the tokens can be too small, and a text has never more tokens than bytes.
        var most = Math.Min(request.Texts.Sum(Encoding.UTF8.GetByteCount) + 64, tokens * 2);
        var cost = options.Price?.Of(new TokenUsage(most, request.Parameters.MaxTokens ?? (4 * GuessedAnswer), 0)) ?? 0;
        return new Call(request, RequestBody.Of(request, Model.Endpoint.Model, Model.Endpoint.MaxTokensField, structured), tokens + answer, cost, keep);
    }

    // Room for the answer asked for and for its log-probabilities, and not more: so many bodies may be under way at once.
    private int LargestAnswer(RequestParameters parameters)
    {
        var tokens = parameters.MaxTokens ?? (16 * GuessedAnswer);
        var expected = (512 * 1024L) + (tokens * (64L + (256L * (parameters.TopLogProbabilities + 1 ?? 0))));
        return (int)Math.Min(Model.Endpoint.Limits.LargestAnswer, expected);
    }

    private void Ended(Call call, Outcome<Attempt> outcome, TimeSpan elapsed, double cost)
    {
        var failure = outcome.Result?.Outcome.Failure;
        var reason = outcome.Exception is TimeoutRejectedException ? FailureReason.TimedOut : failure?.Reason;
        if (outcome.Result is null && reason is null) return;
        options.Notice(new AttemptNotice(call.Request.Step, reason, failure?.Status, elapsed, Concurrency, outcome.Result?.Outcome.Received?.Usage, cost));
    }
}
