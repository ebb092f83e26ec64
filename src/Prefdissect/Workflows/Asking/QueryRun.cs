using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>
/// Asks one thing about every query of which it is open, and keeps what came of it. An answer that cannot be used, or a request that the server refuses, is a
/// failure that the study keeps; where no answer came for a passing reason, the query stays open and the next run asks it.
/// </summary>
/// <typeparam name="T">What an answer tells.</typeparam>
/// <param name="task">What is asked.</param>
/// <param name="request">The request about a query.</param>
/// <param name="read">What an answer tells, or why it cannot be used.</param>
/// <param name="keep">Keeps what was told of the query of a row id.</param>
internal sealed class QueryRun<T>(
    QueryTask task, Func<Query, ModelRequest> request, Func<ModelAnswer, (T? Told, AnswerReading.Unusable? Failure)> read, Action<QueryWriter, long, T> keep)
    where T : class
{
    private const int BatchSize = 256;

    private readonly Dictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly List<Action<QueryWriter>> waiting = [];
    private int notStored;

    /// <summary>Queries told in this run.</summary>
    public int Told { get; private set; }

    /// <summary>Why queries of this run have no answer, with how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => failures;

    /// <summary>The failure that stopped the work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; private set; }

    /// <summary>Why it ended.</summary>
    public AskingEnd EndOf(CancellationToken stop) => AskingEnds.Of(Stop, notStored, stop);

    /// <summary>The requests for what is open, drawn one by one.</summary>
    public IEnumerable<(QueryToAsk Query, ModelRequest Request)> Requests(QueryReader reader)
    {
        for (var after = 0L; reader.Open(task, after, BatchSize) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            foreach (var query in batch) yield return (query, request(query.Query) with { Attempt = query.Attempt });
        }
    }

    /// <summary>Asks.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="limits">The limits of its endpoint.</param>
    /// <param name="came">Is told after every answer.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    public async Task RunAsync(Study study, IModel model, EndpointLimits limits, Action came, CancellationToken stop)
    {
        using var reading = Study.OpenToRead(study.Path);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await foreach (var (query, outcome) in model.AskAllAsync(Requests(new QueryReader(reading)), 2 * limits.Concurrency, stopping.Token, CancellationToken.None).ConfigureAwait(false))
        {
            if (outcome.Failure is { StopsWork: true } failure)
            {
                Stop ??= failure;
                await stopping.CancelAsync().ConfigureAwait(false);
            }
            else Take(query, outcome);
            if (waiting.Count >= BatchSize) Keep(study);
            came();
        }
        Keep(study);
    }

    private void Take(QueryToAsk query, ModelOutcome outcome)
    {
        if (outcome.Failure is { Reason: FailureReason.NotStored })
        {
            notStored++;
            return;
        }
        var (told, unusable) = outcome.HasAnswer ? read(outcome.Answer) : default;
        if (told is not null)
        {
            Told++;
            waiting.Add(writer => keep(writer, query.Id, told));
            return;
        }
        var reason = unusable?.Reason ?? outcome.Failure?.ReasonText ?? AnswerFault.Empty;
        failures[reason] = failures.GetValueOrDefault(reason) + 1;
        // The next asking needs another number only where the last one has an answer: it would be found again.
        if (outcome.Received is not null) waiting.Add(writer => writer.AddFailure(task, query.Id, reason, query.Attempt + 1));
        else if (outcome.Failure is { IsPassing: false }) waiting.Add(writer => writer.AddFailure(task, query.Id, reason, query.Attempt));
    }

    private void Keep(Study study)
    {
        if (waiting.Count == 0) return;
        using (var write = study.BeginWrite())
        {
            var writer = write.Queries();
            foreach (var one in waiting) one(writer);
            write.Commit();
        }
        waiting.Clear();
    }
}
