using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;

namespace Prefdissect.Workflows.Asking;

/// <summary>A model that is told once what is wrong with an answer that cannot be used; what it answers then counts.</summary>
/// <param name="model">The model.</param>
/// <param name="wrong">What is wrong with an answer, or <see langword="null"/>.</param>
internal sealed class MendedAnswers(IModel model, Func<ModelAnswer, AnswerReading.Unusable?> wrong) : IModel
{
    public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var outcome = await model.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome.HasAnswer && wrong(outcome.Answer) is { } failure
            ? await model.AskAsync(RepairRequest.Of(request, outcome.Answer.Text, failure), cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    /// <inheritdoc/>
    public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => model.FindAsync(request, cancellationToken);
}
