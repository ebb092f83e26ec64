using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Models.Servers;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model behind the stored answers of a study, ready to be asked, with what it may cost and what it has taken.</summary>
public sealed class ModelSession : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private readonly ModelClient? client;
    private readonly string path;
    private readonly TimeProvider time;
    private OwnServer? server;

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
    /// <param name="stopping">Begins no request any more, also where one waits for its turn.</param>
    public static ModelSession Online(string path, NamedModel model, ApiKey? key, Budget budget, TokenPrice? price, TimeProvider time, CancellationToken stopping = default)
    {
        var tally = new AskingTally();
        return new ModelSession(path, model, time, new ModelClient(model, key, new ModelClientOptions { Time = time, Budget = budget, Price = price, Notice = tally.Count, Stopping = stopping })) { Tally = tally };
    }

    /// <summary>A session that sends nothing.</summary>
    public static ModelSession Offline(string path, NamedModel model, TimeProvider time) => new(path, model, time, null);

    /// <summary>This session, with the server that it asks and that ends with it.</summary>
    public ModelSession Owning(OwnServer own)
    {
        server = own;
        return this;
    }

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
        if (Missing(known, aspects) != Aspects.None) known = await ProbeAsync(client, capabilities, aspects, cancellation).ConfigureAwait(false);
        var answering = new NotedModel(new AnsweringModel(client, Store, known), Model.Endpoint, Tally);
        var handedOut = new BatchRequests(study).Open().Keys.ToHashSet();
        return handedOut.Count > 0 ? new OutsideBatches(answering, Model, handedOut) : answering;
    }

    /// <summary>
    /// What the endpoint can do, after finding out what this study does not know yet of these aspects. The software, its context and its tokenizer are looked at anew each time, since that
    /// costs nothing and a server may have been started with other settings. Without sending: what is known.
    /// </summary>
    /// <param name="aspects">What must be known.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="ModelUnavailableException">The endpoint cannot be asked at all.</exception>
    public async Task<ModelCapabilities> LearnAsync(Aspects aspects, CancellationToken cancellation)
    {
        using var study = Study.Open(path);
        var capabilities = new CapabilityStore(study);
        var known = capabilities.Find(Model.Endpoint);
        if (client is null) return known;
        if (Missing(known, aspects) != Aspects.None) known = await ProbeAsync(client, capabilities, aspects, cancellation).ConfigureAwait(false);
        if (!aspects.HasFlag(Aspects.Server)) return known;
        var now = await new CapabilityProbe(client).TryAsync(Aspects.Server, cancellation).ConfigureAwait(false);
        // A server that shows nothing of itself may be down: what was seen of it stands.
        return now is { Software: "", Tokenizer: TokenizerKind.None } ? known : known.Merge(now);
    }

    /// <summary>The server's own tokenizer, or <see langword="null"/> where it has none or nothing may be sent.</summary>
    public Tokenizer? TokenizerOf(ModelCapabilities known) => client is not null && known.Tokenizer is { } kind and not TokenizerKind.None ? new Tokenizer(client, kind) : null;

    /// <summary>The server's own chat template, or <see langword="null"/> where nothing may be sent.</summary>
    public ChatTemplate? ChatTemplate => client is null ? null : new ChatTemplate(client);

    /// <summary>Sends a request whose answer tells something of the model and is not kept; <see langword="null"/> where nothing may be sent.</summary>
    public async Task<ModelOutcome?> TryAsync(ModelRequest request, CancellationToken cancellation) =>
        client is null ? null : await client.SendAsync(request with { Step = CapabilityProbe.Step }, StructuredOutput.None, cancellation).ConfigureAwait(false);

    private static Aspects Missing(ModelCapabilities known, Aspects aspects)
    {
        var missing = Aspects.None;
        if (known.Software is null) missing |= Aspects.Server;
        if (known.Structured is null) missing |= Aspects.Structured;
        if (known.Chat is null) missing |= Aspects.ChatLogProbabilities;
        if (known.CompletesText is null || known.Llama is null) missing |= Aspects.Completions;
        return missing & aspects;
    }

    // Of several processes that begin together one tries the endpoint, and the others wait for what it finds.
    private async Task<ModelCapabilities> ProbeAsync(ModelClient sender, CapabilityStore capabilities, Aspects aspects, CancellationToken cancellation)
    {
        var key = ContentHash.Of("capabilities", $"{Model.Endpoint.Kind}", $"{Model.Endpoint.BaseUrl}", Model.Endpoint.Model);
        while (!(await Store.ClaimAsync(key, cancellation).ConfigureAwait(false)).IsGranted) await Task.Delay(LookAgain, time, cancellation).ConfigureAwait(false);
        try
        {
            var known = capabilities.Find(Model.Endpoint);
            var missing = Missing(known, aspects);
            if (missing == Aspects.None) return known;
            var found = await new CapabilityProbe(sender).TryAsync(missing, cancellation).ConfigureAwait(false);
            if (missing.HasFlag(Aspects.Structured) && found.Structured is null) Tally.Remark = "What the server makes of a JSON schema could not be found out, because its answers failed or broke off. It is sent one; the next run tries again.";
            else capabilities.Add(Model.Endpoint, found);
            return known.Merge(found);
        }
        finally
        {
            await Store.ReleaseAsync(key).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client?.Dispose();
        Store.Dispose();
        server?.Dispose();
    }
}
