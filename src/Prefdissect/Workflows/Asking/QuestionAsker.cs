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
    /// <summary>The request of a question.</summary>
    public ModelRequest Request(StepQuestion question, AskedTexts texts, int attempt) =>
        work.Prompts.Request(question, texts) with { Attempt = attempt, Parameters = new RequestParameters { MaxTokens = work.MaxTokens } };

    /// <summary>The key of a request to the model of this work.</summary>
    public ContentHash KeyOf(ModelRequest request) =>
        (request with { Parameters = work.Model.Parameters.Apply(request.Parameters) }).Key(work.Model.Endpoint.Kind, work.Model.Endpoint.Model);

    /// <summary>Asks.</summary>
    public async Task<QuestionOutcome> AskAsync(StepQuestion question, AskedTexts texts, int attempt, CancellationToken cancellation)
    {
        var request = Request(question, texts, attempt);
        var outcome = await model.AskAsync(request, cancellation).ConfigureAwait(false);
        if (!outcome.HasAnswer) return WithoutAnswer(outcome.Failure, request);
        if (StepAnswerReader.Read(question, outcome.Answer.Text) is not AnswerReading.Unusable first) return new QuestionOutcome(outcome.Answer.Text, null, KeyOf(request));
        var repair = RepairRequest.Of(request, outcome.Answer.Text, first);
        outcome = await model.AskAsync(repair, cancellation).ConfigureAwait(false);
        if (!outcome.HasAnswer) return WithoutAnswer(outcome.Failure, repair);
        return new QuestionOutcome(outcome.Answer.Text, (StepAnswerReader.Read(question, outcome.Answer.Text) as AnswerReading.Unusable)?.Reason, KeyOf(repair));
    }

    private QuestionOutcome WithoutAnswer(ModelFailure failure, ModelRequest request) => failure.StopsWork || failure.Reason == FailureReason.NotStored
        ? new QuestionOutcome(null, null, null) { Open = failure }
        : new QuestionOutcome(null, failure.ReasonText, failure.Answer is null ? null : KeyOf(request));
}
