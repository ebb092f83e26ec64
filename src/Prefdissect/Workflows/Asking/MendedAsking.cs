using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>Asks, has an answer mended once where it cannot be used, and finds again what was asked before.</summary>
/// <param name="model">Who is asked.</param>
/// <param name="named">The same, by name and settings.</param>
internal sealed class MendedAsking(IModel model, NamedModel named)
{
    // Nobody asks one thing so often.
    private const int MostAttempts = 1000;

    /// <summary>The key of a request to this model.</summary>
    public ContentHash KeyOf(ModelRequest request) =>
        (request with { Parameters = named.Parameters.Apply(request.Parameters) }).Key(named.Endpoint.Kind, named.Endpoint.Model);

    /// <summary>The number of the first asking that has no answer.</summary>
    private async Task<int> NextAttemptAsync(ModelRequest request, CancellationToken cancellation)
    {
        var attempt = 0;
        while (attempt < MostAttempts && await model.FindAsync(request with { Attempt = attempt }, cancellation).ConfigureAwait(false) is not null) attempt++;
        return attempt;
    }

    /// <summary>The request to begin with: by the number of an earlier asking, where that left an answer that can be used or that was never sent back to be mended.</summary>
    /// <param name="request">What is asked, by the number of its asking.</param>
    /// <param name="wrong">What is wrong with an answer, or <see langword="null"/>.</param>
    /// <param name="first">Number of the first asking that counts.</param>
    /// <param name="attempt">Number of the asking that is due.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<ModelRequest> RequestAsync(Func<int, ModelRequest> request, Func<ModelAnswer, AnswerReading.Unusable?> wrong, int first, int attempt, CancellationToken cancellation)
    {
        for (var earlier = attempt - 1; earlier >= first; earlier--)
        {
            var asked = request(earlier);
            if ((await model.FindAsync(asked, cancellation).ConfigureAwait(false))?.Answer is not { } answer) continue;
            if (wrong(answer) is not { } failure) return asked;
            var mended = await model.FindAsync(RepairRequest.Of(asked, answer.Text, failure), cancellation).ConfigureAwait(false);
            // Once: where the mending cannot be had at all, a later retry begins afresh.
            if (mended is null && earlier == attempt - 1) return asked;
            if (mended?.Answer is { } second && wrong(second) is null) return asked;
        }
        return request(attempt);
    }

    /// <summary>The request to begin with where what failed is asked again, by whatever numbers it was asked before.</summary>
    /// <param name="request">What is asked, by the number of its first asking.</param>
    /// <param name="wrong">What is wrong with an answer, or <see langword="null"/>.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<ModelRequest> AgainAsync(ModelRequest request, Func<ModelAnswer, AnswerReading.Unusable?> wrong, CancellationToken cancellation) =>
        await RequestAsync(attempt => request with { Attempt = attempt }, wrong, 0, await NextAttemptAsync(request, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <summary>Asks.</summary>
    public async Task<QuestionOutcome> AskAsync(ModelRequest request, Func<ModelAnswer, AnswerReading.Unusable?> wrong, CancellationToken cancellation)
    {
        var outcome = await model.AskAsync(request, cancellation).ConfigureAwait(false);
        if (!outcome.HasAnswer) return WithoutAnswer(outcome.Failure, request);
        if (wrong(outcome.Answer) is not { } first) return new QuestionOutcome(outcome.Answer.Text, null, KeyOf(request)) { Answer = outcome.Answer };
        var repair = RepairRequest.Of(request, outcome.Answer.Text, first);
        outcome = await model.AskAsync(repair, cancellation).ConfigureAwait(false);
        return outcome.HasAnswer
            ? new QuestionOutcome(outcome.Answer.Text, wrong(outcome.Answer)?.Reason, KeyOf(repair)) { Answer = outcome.Answer }
            : WithoutAnswer(outcome.Failure, repair);
    }

    private QuestionOutcome WithoutAnswer(ModelFailure failure, ModelRequest request) => failure.StopsWork || failure.Reason == FailureReason.NotStored
        ? new QuestionOutcome(null, null, null) { Open = failure }
        : new QuestionOutcome(null, failure.ReasonText, failure.Answer is null ? null : KeyOf(request));
}
