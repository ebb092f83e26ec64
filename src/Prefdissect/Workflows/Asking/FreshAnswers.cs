using System.Runtime.CompilerServices;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model whose stored answers that cannot be used are passed over: it is asked anew, once a run.</summary>
/// <param name="model">The model behind its stored answers.</param>
/// <param name="isUsable">Whether an outcome can be used.</param>
/// <param name="mostAttempts">How often one thing is asked in all runs.</param>
internal sealed class FreshAnswers(IModel model, Func<ModelOutcome, bool> isUsable, int mostAttempts) : IModel
{
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = request.Attempt; ; attempt++)
        {
            var outcome = await model.AskAsync(request with { Attempt = attempt }, cancellationToken).ConfigureAwait(false);
            if (isUsable(outcome) || outcome.Received is not { WasStored: true } || attempt + 1 >= request.Attempt + mostAttempts) return outcome;
        }
    }

    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => model.FindAsync(request, cancellationToken);

    public async IAsyncEnumerable<(T Subject, ModelOutcome Outcome)> AskAllAsync<T>(IEnumerable<(T Subject, ModelRequest Request)> questions, int atOnce, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var outcome in Questions.AskAllAsync(this, questions, atOnce, stop, CancellationToken.None).ConfigureAwait(false)) yield return outcome;
    }
}
