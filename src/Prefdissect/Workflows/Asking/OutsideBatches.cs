using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model that is not asked what a batch file without results holds.</summary>
/// <param name="model">The model behind its stored answers.</param>
/// <param name="named">The same model, by which requests have their keys.</param>
/// <param name="handedOut">Keys of the requests in batch files.</param>
internal sealed class OutsideBatches(IModel model, NamedModel named, IReadOnlySet<ContentHash> handedOut) : IModel
{
    /// <inheritdoc/>
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { Parameters = named.Parameters.Apply(request.Parameters) };
        if (!handedOut.Contains(asked.Key(named.Endpoint.Kind, named.Endpoint.Model))) return await model.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return await model.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? ModelOutcome.Failed(FailureReason.NotStored, "It is in a batch file that has no results yet.");
    }

    /// <inheritdoc/>
    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => model.FindAsync(request, cancellationToken);
}
