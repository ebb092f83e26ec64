using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model of whose failures one a reason is noted, so that a person hears what the server said.</summary>
/// <param name="model">The model.</param>
/// <param name="endpoint">Where it is.</param>
/// <param name="tally">Where failures are noted.</param>
internal sealed class NotedModel(IModel model, Endpoint endpoint, AskingTally tally) : IModel
{
    /// <inheritdoc/>
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var outcome = await model.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome.Failure is { } failure) tally.Note(failure, RefusedSetting.Advice(endpoint, failure));
        return outcome;
    }

    /// <inheritdoc/>
    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => model.FindAsync(request, cancellationToken);
}
