using System.Collections.Concurrent;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model of which only stored answers are used, and which notes what has none: what can be asked now, the mending of an answer included.</summary>
/// <param name="model">The model.</param>
/// <param name="cache">The stored answers.</param>
public sealed class PendingRequests(NamedModel model, IAnswerCache cache) : IModel
{
    private readonly StoredModel stored = new(model, cache);
    private readonly ConcurrentDictionary<ContentHash, ModelRequest> pending = new();

    /// <summary>The requests without an answer, by key; each once.</summary>
    public IReadOnlyDictionary<ContentHash, ModelRequest> All => pending;

    /// <summary>Why a batch has no answer to some of the requests, by key: they count as answered by that. A failure that every request would meet says nothing of the one.</summary>
    public IReadOnlyDictionary<ContentHash, ModelFailure> Failures { get; init; } = new Dictionary<ContentHash, ModelFailure>();

    /// <inheritdoc/>
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var outcome = await stored.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome.Failure is not { Reason: FailureReason.NotStored }) return outcome;
        var asked = request with { Parameters = model.Parameters.Apply(request.Parameters) };
        var key = asked.Key(model.Endpoint.Kind, model.Endpoint.Model);
        if (Failures.GetValueOrDefault(key) is { StopsWork: false } failure) return ModelOutcome.Of(failure);
        pending.TryAdd(key, request);
        return outcome;
    }

    /// <inheritdoc/>
    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => stored.FindAsync(request, cancellationToken);
}
