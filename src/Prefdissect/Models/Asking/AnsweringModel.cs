using Prefdissect.Models.Answers;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Asking;

/// <summary>A model behind its stored answers: what was answered before, by this process or another, is not asked again, and an answer is committed before it is given.</summary>
/// <param name="client">Sends what has no answer yet.</param>
/// <param name="cache">The stored answers.</param>
/// <param name="capabilities">What the endpoint can do; unknown things are taken as they usually are.</param>
public sealed class AnsweringModel(ModelClient client, IAnswerCache cache, ModelCapabilities capabilities) : IModel
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private readonly Standing standing = new();

    /// <inheritdoc/>
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { Parameters = client.Model.Parameters.Apply(request.Parameters) };
        var key = asked.Key(client.Model.Endpoint.Kind, client.Model.Endpoint.Model);
        for (var wait = ShortestWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var claim = await cache.ClaimAsync(key, cancellationToken).ConfigureAwait(false);
            if (claim.Stored is { } stored) return stored.Read();
            if (claim.IsGranted) return await SendAsync(asked, key, cancellationToken).ConfigureAwait(false);
            if (client.Options.Stopping.IsCancellationRequested) return ModelClient.Stopped;
            await Task.Delay(wait, client.Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => new StoredModel(client.Model, cache).FindAsync(request, cancellationToken);

    private async Task<ModelOutcome> SendAsync(ModelRequest request, ContentHash key, CancellationToken cancellationToken)
    {
        var isKept = false;
        try
        {
            return await client.SendAsync(request, capabilities.Structured ?? StructuredOutput.JsonSchema, async answer =>
            {
                var kept = await cache.KeepAsync(key, Stored(request, answer)).ConfigureAwait(false);
                isKept = true;
                return kept.Raw.Equals(answer.Raw) ? ModelOutcome.Of(answer) : kept.Read();
            }, standing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isKept) await cache.ReleaseAsync(key).ConfigureAwait(false);
        }
    }

    private StoredAnswer Stored(ModelRequest request, ModelAnswer answer)
    {
        var usage = answer.Usage ?? new TokenUsage(TokenEstimate.Of(request), TokenEstimate.Of(answer.Text), 0);
        return new StoredAnswer
        {
            Format = answer.Format,
            Raw = answer.Raw,
            Model = client.Model.Endpoint.Model,
            Step = request.Step,
            PromptVersion = request.PromptVersion,
            Usage = usage,
            Cost = client.Options.Price?.Of(usage),
            Elapsed = answer.Elapsed,
            Received = client.Options.Time.GetUtcNow(),
        };
    }
}
