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
    private readonly MendedAsking asking = new(model, work.Model);

    /// <summary>The request of a question by the number of its asking.</summary>
    public ModelRequest Request(StepQuestion question, AskedTexts texts, int attempt) =>
        work.Prompts.Request(question, texts) with { Attempt = attempt, Parameters = new RequestParameters { MaxTokens = work.MaxTokens } };

    /// <summary>The key of a request to the model of this work.</summary>
    public ContentHash KeyOf(ModelRequest request) => asking.KeyOf(request);

    /// <summary>The request to begin a question with: by the number of an earlier asking, where that left an answer that can be used or that was never sent back to be mended.</summary>
    public Task<ModelRequest> RequestAsync(StepQuestion question, AskedTexts texts, int attempt, CancellationToken cancellation) =>
        asking.RequestAsync(of => Request(question, texts, of), answer => Wrong(question, answer), work.FirstAttempt, attempt, cancellation);

    /// <summary>Asks.</summary>
    public async Task<QuestionOutcome> AskAsync(StepQuestion question, AskedTexts texts, int attempt, CancellationToken cancellation)
    {
        var request = await RequestAsync(question, texts, attempt, cancellation).ConfigureAwait(false);
        return await asking.AskAsync(request, answer => Wrong(question, answer), cancellation).ConfigureAwait(false);
    }

    private AnswerReading.Unusable? Wrong(StepQuestion question, ModelAnswer answer) => StepAnswerReader.Read(question, answer.Text, work.Rules.OffScale) as AnswerReading.Unusable;
}
