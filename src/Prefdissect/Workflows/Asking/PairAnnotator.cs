using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Fencing;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Brings the steps of one pair as far as they can be brought, each after those that it needs.</summary>
internal sealed class PairAnnotator(LlmAnnotateRequest work, QuestionAsker asker)
{
    private const string EqualResponses = "both responses are the same text, and no fit uses the pair";

    private readonly IReadOnlyDictionary<AnnotationStep, IReadOnlyList<string>> wanted = work.Steps.ToDictionary(step => step, step => WantedBy(step, work));

    /// <summary>The short names of the properties that a step is to ask about; for <c>query-info</c> those that depend on it.</summary>
    public IReadOnlyList<string> Wanted(AnnotationStep step) => wanted[step];

    /// <summary>Whether there may be something to do about a step of which this is kept.</summary>
    public bool IsOpen(AnnotationStep step, StepRecord? record) => record switch
    {
        null => true,
        _ when wanted[step].Except(record.Properties).Any() => true,
        { Status: StepStatus.Done } => false,
        _ => record.IsWaiting || work.Retries(record.Reason),
    };

    /// <summary>Does what there is to do.</summary>
    public async Task<PairOutcome> RunAsync(PairToAsk pair, CancellationToken stop)
    {
        var texts = new AskedTexts(pair.Query, pair.First.Text, pair.Second.Text) { Reference = pair.Reference };
        var (steps, info, notStored) = (new List<StepOutcome>(), pair.Info, 0);
        ModelFailure? failure = null;
        foreach (var step in work.Steps)
        {
            if (failure is not null || stop.IsCancellationRequested) break;
            var record = pair.Steps.GetValueOrDefault(step.Name);
            if (!IsOpen(step, record)) continue;
            var (outcome, open) = await StepAsync(step, pair, texts, info, record, stop).ConfigureAwait(false);
            if (open is { Reason: FailureReason.NotStored }) notStored++;
            else failure = open;
            if (outcome is null) continue;
            steps.Add(outcome);
            if (step == AnnotationStep.QueryInfo && Resolver.Info(outcome.State) is { } found) info = found;
        }
        return new PairOutcome(pair, steps)
        {
            Info = ReferenceEquals(info, pair.Info) ? null : info,
            Signs = pair.IsScanned ? null : (ManipulationScan.Of(pair.First.Text), ManipulationScan.Of(pair.Second.Text)),
            Stop = failure,
            NotStored = notStored,
        };
    }

    private async Task<(StepOutcome? Outcome, ModelFailure? Open)> StepAsync(AnnotationStep step, PairToAsk pair, AskedTexts texts, QueryInfo? info, StepRecord? record, CancellationToken stop)
    {
        var attempt = record is { Status: StepStatus.Failed, IsWaiting: false } ? record.Attempt + 1 : record?.Attempt ?? work.FirstAttempt;
        switch (pair.First.Id == pair.Second.Id ? new StepPlan.NotCalledFor(EqualResponses) : StepPlan.For(step, work.Mode, work.Properties, info, pair.Reference is not null))
        {
            case StepPlan.NotCalledFor none:
                return (new StepOutcome(step, Record(step, StepStatus.Done, none.Reason, attempt, []), new StepState.NotCalledFor(none.Reason)), null);
            case StepPlan.Waits waits:
                return (new StepOutcome(step, Record(step, StepStatus.Failed, waits.Reason, attempt, []), new StepState.Missing()), null);
            case StepPlan.Ask ask:
                return await AskAsync(step, ask.Questions, texts, attempt, stop).ConfigureAwait(false);
            default: throw new InvalidOperationException("A plan of no known kind.");
        }
    }

    // What is under way is finished also when the work is to stop: it is paid already. What the model gave up then was not sent, and stays missing.
    private async Task<(StepOutcome? Outcome, ModelFailure? Open)> AskAsync(AnnotationStep step, IReadOnlyList<StepQuestion> questions, AskedTexts texts, int attempt, CancellationToken stop)
    {
        QuestionOutcome[] outcomes;
        try
        {
            outcomes = await Task.WhenAll(questions.Select(question => asker.AskAsync(question, texts, attempt, CancellationToken.None))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (null, null);
        }
        if (outcomes.Select(outcome => outcome.Open).FirstOrDefault(open => open is not null) is { } open) return (null, open);
        var keys = outcomes.Select(outcome => outcome.Key).OfType<Pairs.ContentHash>().ToList();
        if (outcomes.Select(outcome => outcome.Reason).FirstOrDefault(reason => reason is not null) is { } failed)
            return (new StepOutcome(step, Record(step, StepStatus.Failed, failed, attempt, keys), new StepState.Failed(failed)), null);
        var answers = questions.Zip(outcomes, (question, outcome) => (question, outcome.Text!)).ToList();
        return (new StepOutcome(step, Record(step, StepStatus.Done, null, attempt, keys), new StepState.Answered(answers)), null);
    }

    private StepRecord Record(AnnotationStep step, StepStatus status, string? reason, int attempt, IReadOnlyList<Pairs.ContentHash> answers) =>
        new(step.Name, status, reason) { Attempt = attempt, Properties = wanted[step], Answers = answers };

    private static IReadOnlyList<string> WantedBy(AnnotationStep step, LlmAnnotateRequest work) =>
        [.. (step == AnnotationStep.QueryInfo ? AnnotationStep.QuerySpecific : step).PropertiesOf(work.Properties).Select(property => property.ShortName)];
}
