using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model behind the stored answers of a study, ready to be asked, with what it may cost and what it has taken.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly ModelClient? client;
    private readonly string path;
    private readonly TimeProvider time;

    private ModelSession(string path, NamedModel model, TimeProvider time, ModelClient? client)
    {
        (this.path, Model, this.time, this.client) = (path, model, time, client);
        Store = AnswerStore.Open(path, time);
    }

    /// <summary>The model.</summary>
    public NamedModel Model { get; }

    /// <summary>The stored answers.</summary>
    public AnswerStore Store { get; }

    /// <summary>What is watched while it is asked.</summary>
    public AskingWatch Watch => new(time, Tally);

    private AskingTally Tally { get; init; } = new();

    /// <summary>A session that sends what has no stored answer.</summary>
    /// <param name="path">The study file.</param>
    /// <param name="model">The model.</param>
    /// <param name="key">Its key.</param>
    /// <param name="budget">Limits on money and requests.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="time">The clock.</param>
    public static ModelSession Online(string path, NamedModel model, ApiKey? key, Budget budget, TokenPrice? price, TimeProvider time)
    {
        var tally = new AskingTally();
        return new ModelSession(path, model, time, new ModelClient(model, key, new ModelClientOptions { Time = time, Budget = budget, Price = price, Notice = tally.Count })) { Tally = tally };
    }

    /// <summary>A session that sends nothing.</summary>
    public static ModelSession Offline(string path, NamedModel model, TimeProvider time) => new(path, model, time, null);

    /// <summary>What is to be asked, after finding out how it takes a schema where this study does not know yet and one is needed.</summary>
    /// <param name="aspects">What must be known of the endpoint.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="ModelUnavailableException">The endpoint cannot be asked at all.</exception>
    public async Task<IModel> OpenAsync(Aspects aspects, CancellationToken cancellation)
    {
        if (client is null) return new StoredModel(Model, Store);
        using var study = Study.Open(path);
        var capabilities = new CapabilityStore(study);
        var known = capabilities.Find(Model.Endpoint);
        if (aspects.HasFlag(Aspects.Structured) && known.Structured is null)
        {
            capabilities.Add(Model.Endpoint, await new CapabilityProbe(client).TryAsync(Aspects.Structured, cancellation).ConfigureAwait(false));
            known = capabilities.Find(Model.Endpoint);
        }
        var answering = new AnsweringModel(client, Store, known);
        var handedOut = new BatchRequests(study).Open().Keys.ToHashSet();
        return handedOut.Count > 0 ? new OutsideBatches(answering, Model, handedOut) : answering;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client?.Dispose();
        Store.Dispose();
    }
}
