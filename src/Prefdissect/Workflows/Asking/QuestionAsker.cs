using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>Asks one question, reads the answer, and has it mended once where it cannot be used.</summary>
internal sealed class QuestionAsker(LlmAnnotateRequest work, IModel model)
{
    /// <summary>The request of a question by the number of its asking.</summary>
    public ModelRequest Request(StepQuestion question, AskedTexts texts, int attempt) =>
        work.Prompts.Request(question, texts) with { Attempt = attempt, Parameters = new RequestParameters { MaxTokens = work.MaxTokens } };

    /// <summary>The key of a request to the model of this work.</summary>
    public ContentHash KeyOf(ModelRequest request) =>
        (request with { Parameters = work.Model.Parameters.Apply(request.Parameters) }).Key(work.Model.Endpoint.Kind, work.Model.Endpoint.Model);

    /// <summary>The request to begin a question with: by the number of an earlier asking, where that left an answer that can be used or that was never sent back to be mended.</summary>
    public async Task<ModelRequest> RequestAsync(StepQuestion question, AskedTexts texts, int attempt, CancellationToken cancellation)
    {
        for (var earlier = attempt - 1; earlier >= work.FirstAttempt; earlier--)
        {
            var request = Request(question, texts, earlier);
            if ((await model.FindAsync(request, cancellation).ConfigureAwait(false))?.Answer is not { } answer) continue;
            if (Read(question, answer) is not AnswerReading.Unusable first) return request;
            var mended = await model.FindAsync(RepairRequest.Of(request, answer.Text, first), cancellation).ConfigureAwait(false);
            // Once: where the mending cannot be had at all, a later retry begins afresh.
            if (mended is null && earlier == attempt - 1) return request;
            if (mended?.Answer is { } second && Read(question, second) is AnswerReading.Usable) return request;
        }
        return Request(question, texts, attempt);
    }

    /// <summary>Asks.</summary>
    public async Task<QuestionOutcome> AskAsync(StepQuestion question, AskedTexts texts, int attempt, CancellationToken cancellation)
    {
        var request = await RequestAsync(question, texts, attempt, cancellation).ConfigureAwait(false);
        var outcome = await model.AskAsync(request, cancellation).ConfigureAwait(false);
        if (!outcome.HasAnswer) return WithoutAnswer(outcome.Failure, request);
        if (Read(question, outcome.Answer) is not AnswerReading.Unusable first) return new QuestionOutcome(outcome.Answer.Text, null, KeyOf(request));
        var repair = RepairRequest.Of(request, outcome.Answer.Text, first);
        outcome = await model.AskAsync(repair, cancellation).ConfigureAwait(false);
        if (!outcome.HasAnswer) return WithoutAnswer(outcome.Failure, repair);
        return new QuestionOutcome(outcome.Answer.Text, (Read(question, outcome.Answer) as AnswerReading.Unusable)?.Reason, KeyOf(repair));
    }

    private AnswerReading Read(StepQuestion question, ModelAnswer answer) => StepAnswerReader.Read(question, answer.Text, work.Rules.OffScale);

    private QuestionOutcome WithoutAnswer(ModelFailure failure, ModelRequest request) => failure.StopsWork || failure.Reason == FailureReason.NotStored
        ? new QuestionOutcome(null, null, null) { Open = failure }
        : new QuestionOutcome(null, failure.ReasonText, failure.Answer is null ? null : KeyOf(request));
}
