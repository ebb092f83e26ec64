using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Brings the steps of one pair as far as they can be brought, each after those that it needs.</summary>
internal sealed class PairAnnotator(LlmAnnotateRequest work, QuestionAsker asker)
{
    private const string QueryIsKnown = "another pair of the same query has the answer";
    private const string EqualResponses = "both responses are the same text, and no fit uses the pair";

    private readonly IReadOnlyDictionary<AnnotationStep, IReadOnlyList<AskedProperty>> wanted = work.Steps.ToDictionary(step => step, work.Wanted);

    /// <summary>What there is to ask of a step, of which these parts are kept.</summary>
    public IReadOnlyList<StepPart> ToAsk(AnnotationStep step, IReadOnlyList<StepRecord> kept) => StepPart.ToAsk(kept, wanted[step], work);

    /// <summary>The properties of a part.</summary>
    public PropertySet PropertiesOf(AnnotationStep step, StepPart part) =>
        part.Properties.Count == wanted[step].Count ? work.Properties : work.Properties.Only(part.Properties.Select(property => property.Name));

    /// <summary>What is to be done about a part. What a query calls for is asked once a query: ratings of other pairs rest on the first answer.</summary>
    public StepPlan PlanOf(AnnotationStep step, StepPart part, PairToAsk pair, QueryInfo? info) => (step, pair.First.Id == pair.Second.Id) switch
    {
        (_, true) => new StepPlan.NotCalledFor(EqualResponses),
        _ when step == AnnotationStep.QueryInfo && pair is { Info: not null, InfoAnswers.Count: > 0 } => new StepPlan.NotCalledFor(QueryIsKnown),
        _ => StepPlan.For(step, work.Mode, PropertiesOf(step, part), info, pair.Reference is not null),
    };

    /// <summary>Does what there is to do.</summary>
    public async Task<PairOutcome> RunAsync(PairToAsk pair, CancellationToken stop)
    {
        var texts = new AskedTexts(pair.Query, pair.First.Text, pair.Second.Text) { Reference = pair.Reference };
        var (steps, info, notStored) = (new List<StepOutcome>(), pair.Info, 0);
        ModelFailure? failure = null;
        foreach (var (step, part) in work.Steps.SelectMany(step => ToAsk(step, pair.PartsOf(step.Name)).Select(part => (step, part))))
        {
            if (failure is not null || stop.IsCancellationRequested) break;
            var (outcome, open) = await PartAsync(step, part, pair, texts, info).ConfigureAwait(false);
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

    private async Task<(StepOutcome? Outcome, ModelFailure? Open)> PartAsync(AnnotationStep step, StepPart part, PairToAsk pair, AskedTexts texts, QueryInfo? info)
    {
        var properties = PropertiesOf(step, part);
        StepOutcome Outcome(StepStatus status, string? reason, StepState state, IReadOnlyList<ContentHash> answers) => new(step, properties, new StepRecord(step.Name, status, reason)
        {
            Part = part.Part,
            Replaces = part.Replaces,
            Attempt = part.Attempt,
            Properties = part.Properties,
            Answers = answers,
        }, state);
        switch (PlanOf(step, part, pair, info))
        {
            case StepPlan.NotCalledFor { Reason: QueryIsKnown } known: return (Outcome(StepStatus.Done, null, new StepState.NotCalledFor(known.Reason), pair.InfoAnswers), null);
            case StepPlan.NotCalledFor none: return (Outcome(StepStatus.Done, none.Reason, new StepState.NotCalledFor(none.Reason), []), null);
            case StepPlan.Waits waits: return (Outcome(StepStatus.Failed, waits.Reason, new StepState.Missing(), []), null);
            case StepPlan.Ask ask:
                var (state, answers, open) = await AskAsync(ask.Questions, texts, part.Attempt).ConfigureAwait(false);
                return state switch
                {
                    null => (null, open),
                    StepState.Failed failed => (Outcome(StepStatus.Failed, failed.Reason, state, answers), null),
                    _ => (Outcome(StepStatus.Done, null, state, answers), null),
                };
            default: throw new InvalidOperationException("A plan of no known kind.");
        }
    }

    // What is under way is finished also when the work is to stop: it is paid already. What the model gave up then was not sent, and stays missing.
    private async Task<(StepState? State, IReadOnlyList<ContentHash> Answers, ModelFailure? Open)> AskAsync(IReadOnlyList<StepQuestion> questions, AskedTexts texts, int attempt)
    {
        var outcomes = await Task.WhenAll(questions.Select(question => asker.AskAsync(question, texts, attempt, CancellationToken.None))).ConfigureAwait(false);
        if (outcomes.Select(outcome => outcome.Open).FirstOrDefault(open => open is not null) is { } open) return (null, [], open);
        var keys = outcomes.Select(outcome => outcome.Key).OfType<ContentHash>().ToList();
        if (outcomes.Select(outcome => outcome.Reason).FirstOrDefault(reason => reason is not null) is { } failed) return (new StepState.Failed(failed), keys, null);
        return (new StepState.Answered([.. questions.Zip(outcomes, (question, outcome) => (question, outcome.Text!))]), keys, null);
    }
}
