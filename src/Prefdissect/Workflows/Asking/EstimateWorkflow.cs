using System.Runtime.CompilerServices;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Asking;
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

    /// <summary>
    /// What runs would send. Whether a query that was not examined yet calls for query-specific questions is not known: of those the share is taken that was found in this study, else
    /// that of the published data, each as a range.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="works">The runs: one, or one a repeat.</param>
    /// <param name="store">The stored answers.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<EstimateResult> OfAnnotationAsync(Study study, IReadOnlyList<LlmAnnotateRequest> works, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var seen = new HashSet<ContentHash>();
        var planned = works.ToAsyncEnumerable().SelectMany(work => OfWorkAsync(study, work, store, cancellation)).Where(one => seen.Add(one.Key));
        var share = CallingShare.Of(study, works[0]);
        return await EstimateAsync(planned, works[0].Model, store, price, share, cancellation).ConfigureAwait(false) with { AskedAnew = [.. works.SelectMany(work => Workflows.Asking.AskedAnew.Of(study, work))] };
    }

    /// <summary>What collecting reference answers would send.</summary>
    public static async Task<EstimateResult> OfReferencesAsync(Study study, ReferenceRequest work, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var planned = ReferenceWorkflow.Requests(study, work)
            .Select(request => new Planned("reference", KeyOf(request, work.Model), TokenEstimate.Of(request), Math.Min(work.MaxTokens, TokensOfReference)));
        return await EstimateAsync(planned.ToAsyncEnumerable(), work.Model, store, price, null, cancellation).ConfigureAwait(false);
    }

    /// <summary>What single requests would take, each with its answer.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="named">The model.</param>
    /// <param name="store">The stored answers.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="answerTokens">Guessed length of an answer.</param>
    /// <param name="cancellation">Gives it up.</param>
    internal static Task<EstimateResult> OfRequestsAsync(
        IEnumerable<ModelRequest> requests, NamedModel named, AnswerStore store, TokenPrice? price, int answerTokens, CancellationToken cancellation)
    {
        var seen = new HashSet<ContentHash>();
        var planned = requests.Select(request => new Planned(request.Step, KeyOf(request, named), TokenEstimate.Of(request), answerTokens)).Where(one => seen.Add(one.Key));
        return EstimateAsync(planned.ToAsyncEnumerable(), named, store, price, null, cancellation);
    }

    private static ContentHash KeyOf(ModelRequest request, NamedModel named) =>
        (request with { Parameters = named.Parameters.Apply(request.Parameters) }).Key(named.Endpoint.Kind, named.Endpoint.Model);

    internal static async Task<EstimateResult> EstimateAsync(
        IAsyncEnumerable<Planned> planned, NamedModel named, AnswerStore store, TokenPrice? price, CallingShare? share, CancellationToken cancellation)
    {
        var spending = (await store.SpendingAsync(cancellation).ConfigureAwait(false)).Where(of => of.Model == named.Endpoint.Model && of.Answers > 0).ToList();
        var (sure, open) = (new Dictionary<string, PlannedStep>(StringComparer.Ordinal), new Dictionary<string, PlannedStep>(StringComparer.Ordinal));
        await foreach (var batch in planned.Chunk(BatchSize).WithCancellation(cancellation).ConfigureAwait(false))
        {
            var stored = await store.StoredAmongAsync([.. batch.Select(one => one.Key)], cancellation).ConfigureAwait(false);
            foreach (var one in batch.Where(one => !stored.Contains(one.Key)))
            {
                var steps = one.IsOpen ? open : sure;
                var before = steps.GetValueOrDefault(one.Step) ?? new PlannedStep(one.Step, 0, 0, 0);
                var answer = spending.FirstOrDefault(of => of.Step == one.Step) is { } known ? (int)(known.AnswerTokens / known.Answers) : one.AnswerTokens;
                steps[one.Step] = before with { Requests = before.Requests + 1, PromptTokens = before.PromptTokens + one.PromptTokens, AnswerTokens = before.AnswerTokens + answer };
            }
        }
        var seconds = spending.Count > 0 ? spending.Sum(of => of.Seconds) / spending.Sum(of => of.Answers) : GuessedSeconds;
        WorkEstimate With(double part) => WorkEstimate.Of(
            [.. sure.Values.Concat(open.Values.Select(step => step.Share(part))).GroupBy(step => step.Step, StringComparer.Ordinal).Select(of => of.Aggregate((one, other) => one.Plus(other)))],
            price, seconds, named.Endpoint.Limits.Concurrency);
        return new EstimateResult(With(share?.Most ?? 1), spending.Count > 0)
        {
            Least = With(share?.Least ?? 1),
            Assumption = open.Count > 0 && share is not null ? share.Assumption(open.Values.Sum(step => step.Requests)) : null,
        };
    }

    private static async IAsyncEnumerable<Planned> OfWorkAsync(Study study, LlmAnnotateRequest work, AnswerStore store, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new AnnotationReader(study, work.Identity);
        work = work with { Rules = reader.Rules };
        var asker = new QuestionAsker(work, new StoredModel(work.Model, store));
        var annotator = new PairAnnotator(work, asker);
        foreach (var pair in PairsToAsk.Of(reader, annotator, work))
        {
            await foreach (var one in OfPairAsync(pair, work, annotator, asker, cancellation).ConfigureAwait(false)) yield return one;
        }
    }

    private static async IAsyncEnumerable<Planned> OfPairAsync(
        PairToAsk pair, LlmAnnotateRequest work, PairAnnotator annotator, QuestionAsker asker, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var texts = new AskedTexts(pair.Query, pair.First.Text, pair.Second.Text) { Reference = pair.Reference };
        foreach (var (step, part) in work.Steps.SelectMany(step => annotator.ToAsk(step, pair.PartsOf(step.Name)).Select(part => (step, part))))
        {
            var plan = annotator.PlanOf(step, part, pair, pair.Info);
            var unknown = plan is StepPlan.Waits { What: var what } && what == AnnotationStep.QueryInfo.Name && work.Steps.Contains(AnnotationStep.QueryInfo);
            if (unknown)
            {
                var shown = StepPlan.For(AnnotationStep.QueryAware, work.Mode, PropertySet, null, false);
                foreach (var question in ((StepPlan.Ask)shown).Questions)
                {
                    var request = asker.Request(question, texts, part.Attempt);
                    // Another step's request in its place: as long, and with a key of its own.
                    yield return new Planned(step.Name, ContentHash.Of(step.Name, asker.KeyOf(request).ToString()), TokenEstimate.Of(request), TokensOfAnswer) { IsOpen = true };
                }
            }
            if (plan is not StepPlan.Ask ask) continue;
            foreach (var question in ask.Questions)
            {
                var request = await asker.RequestAsync(question, texts, part.Attempt, cancellation).ConfigureAwait(false);
                yield return new Planned(step.Name, asker.KeyOf(request), TokenEstimate.Of(request), AnswerOf(question));
            }
        }
    }

    private static Properties.PropertySet PropertySet => Properties.PropertySet.Published;

    private static int AnswerOf(StepQuestion question) =>
        question.Step == AnnotationStep.Errors ? TokensOfErrors : TokensOfAnswer + (question.Properties.Count * TokensALevel * Math.Max(1, question.Sides.Count));
}
