using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>A model's stored answers alone: nothing is sent, and what has no answer fails as <see cref="FailureReason.NotStored"/>.</summary>
/// <param name="model">The model.</param>
/// <param name="cache">The stored answers.</param>
public sealed class StoredModel(NamedModel model, IAnswerCache cache) : IModel
{
    /// <inheritdoc/>
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken) =>
        await FindAsync(request, cancellationToken).ConfigureAwait(false) ?? ModelOutcome.Failed(FailureReason.NotStored, "There is no stored answer, and nothing may be sent (--offline).");

    /// <inheritdoc/>
    public async ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { Parameters = model.Parameters.Apply(request.Parameters) };
        return (await cache.FindAsync(asked.Key(model.Endpoint.Kind, model.Endpoint.Model), cancellationToken).ConfigureAwait(false))?.Read();
    }
}
