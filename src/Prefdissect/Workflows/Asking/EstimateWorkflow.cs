using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What an annotation would send, worked out from the questions themselves; nothing is sent.</summary>
public static class EstimateWorkflow
{
    private const int BatchSize = 500;
    private const int TokensALevel = 14;
    private const int TokensOfAnswer = 60;
    private const int TokensOfErrors = 300;
    private const int TokensOfReference = 400;

    /// <summary>Where a server has answered nothing yet.</summary>
    public const double GuessedSeconds = 3;

    /// <summary>What a run would send. Query-specific questions on queries that were not examined yet count as if every query called for one, so the figures are upper ones.</summary>
    public static async Task<EstimateResult> OfAnnotationAsync(Study study, LlmAnnotateRequest work, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var asker = new QuestionAsker(work, null!);
        var annotator = new PairAnnotator(work, asker);
        var seen = new HashSet<ContentHash>();
        var planned = PairsToAsk.Of(new AnnotationReader(study, work.Identity), annotator, work).SelectMany(pair => Planned(pair, work, annotator, asker)).Where(one => seen.Add(one.Key));
        return await EstimateAsync(planned, work.Model, store, price, cancellation).ConfigureAwait(false);
    }

    /// <summary>What collecting reference answers would send.</summary>
    public static async Task<EstimateResult> OfReferencesAsync(Study study, ReferenceRequest work, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var planned = ReferenceWorkflow.Requests(study, work)
            .Select(request => new Planned("reference", KeyOf(request, work.Model), TokenEstimate.Of(request), Math.Min(work.MaxTokens, TokensOfReference)));
        return await EstimateAsync(planned, work.Model, store, price, cancellation).ConfigureAwait(false);
    }

    private static ContentHash KeyOf(ModelRequest request, NamedModel named) =>
        (request with { Parameters = named.Parameters.Apply(request.Parameters) }).Key(named.Endpoint.Kind, named.Endpoint.Model);

    private static async Task<EstimateResult> EstimateAsync(IEnumerable<Planned> planned, NamedModel named, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var spending = (await store.SpendingAsync(cancellation).ConfigureAwait(false)).Where(of => of.Model == named.Endpoint.Model && of.Answers > 0).ToList();
        var steps = new Dictionary<string, PlannedStep>(StringComparer.Ordinal);
        foreach (var batch in planned.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var stored = await store.StoredAmongAsync([.. batch.Select(one => one.Key)], cancellation).ConfigureAwait(false);
            foreach (var one in batch.Where(one => !stored.Contains(one.Key)))
            {
                var before = steps.GetValueOrDefault(one.Step) ?? new PlannedStep(one.Step, 0, 0, 0);
                var answer = spending.FirstOrDefault(of => of.Step == one.Step) is { } known ? (int)(known.AnswerTokens / known.Answers) : one.AnswerTokens;
                steps[one.Step] = before with { Requests = before.Requests + 1, PromptTokens = before.PromptTokens + one.PromptTokens, AnswerTokens = before.AnswerTokens + answer };
            }
        }
        var seconds = spending.Count > 0 ? spending.Sum(of => of.Seconds) / spending.Sum(of => of.Answers) : GuessedSeconds;
        return new EstimateResult(WorkEstimate.Of([.. steps.Values], price, seconds, named.Endpoint.Limits.Concurrency), spending.Count > 0);
    }

    private static IEnumerable<Planned> Planned(PairToAsk pair, LlmAnnotateRequest work, PairAnnotator annotator, QuestionAsker asker)
    {
        if (pair.First.Id == pair.Second.Id) yield break;
        var texts = new AskedTexts(pair.Query, pair.First.Text, pair.Second.Text) { Reference = pair.Reference };
        foreach (var step in work.Steps.Where(step => annotator.IsOpen(step, pair.Steps.GetValueOrDefault(step.Name))))
        {
            var plan = StepPlan.For(step, work.Mode, work.Properties, pair.Info, pair.Reference is not null);
            var unknown = plan is StepPlan.Waits { What: var what } && what == AnnotationStep.QueryInfo.Name && work.Steps.Contains(AnnotationStep.QueryInfo);
            if (unknown)
            {
                var shown = StepPlan.For(AnnotationStep.QueryAware, work.Mode, PropertySet, null, false);
                foreach (var question in ((StepPlan.Ask)shown).Questions)
                {
                    var request = asker.Request(question, texts, 0);
                    // Another step's request in its place: as long, and with a key of its own.
                    yield return new Planned(step.Name, ContentHash.Of(step.Name, asker.KeyOf(request).ToString()), TokenEstimate.Of(request), TokensOfAnswer);
                }
            }
            if (plan is not StepPlan.Ask ask) continue;
            var attempt = pair.Steps.GetValueOrDefault(step.Name) is { Status: StepStatus.Failed, IsWaiting: false } record ? record.Attempt + 1 : work.FirstAttempt;
            foreach (var question in ask.Questions)
            {
                var request = asker.Request(question, texts, attempt);
                yield return new Planned(step.Name, asker.KeyOf(request), TokenEstimate.Of(request), AnswerOf(question));
            }
        }
    }

    private static Properties.PropertySet PropertySet => Properties.PropertySet.Published;

    private static int AnswerOf(StepQuestion question) =>
        question.Step == AnnotationStep.Errors ? TokensOfErrors : TokensOfAnswer + (question.Properties.Count * TokensALevel * Math.Max(1, question.Sides.Count));
}
