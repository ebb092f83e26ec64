using Prefdissect.Judging;
using Prefdissect.Models.Costs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>What judging would send, worked out from the prompts themselves; nothing is sent.</summary>
public static class FirstTokenEstimate
{
    private const int TokensInWords = 8;

    /// <summary>Requests, tokens, cost and time of what is missing.</summary>
    /// <param name="study">The study.</param>
    /// <param name="work">What would be asked.</param>
    /// <param name="store">The stored answers.</param>
    /// <param name="price">What tokens cost, or <see langword="null"/> where it is not known.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<EstimateResult> OfAsync(Study study, FirstTokenWork work, AnswerStore store, TokenPrice? price, CancellationToken cancellation)
    {
        var model = work.Request.Model;
        var judging = new PairJudging(work, new OrderAsker(work, new Models.Asking.StoredModel(model, store), null));
        var planned = new PairsToJudge(study, work.Judge, work.Request.Scope, judging.Open).All().Where(one => !one.Pair.HasEqualResponses).SelectMany(one => Of(work, one.Pair, one.Open));
        var result = await EstimateWorkflow.EstimateAsync(planned.ToAsyncEnumerable(), model, store, price, null, cancellation).ConfigureAwait(false);
        return result with
        {
            Assumption = work.Judge.Kind == JudgeKind.LlamaCompletion ? "A letter that is not among the likeliest tokens takes another request for one token, whose prompt the server has in its cache." : null,
            AskedAnew = JudgeChange.Sentence(study, work.Judge) is { } anew ? [anew] : [],
        };
    }

    private static IEnumerable<Planned> Of(FirstTokenWork work, PairToJudge pair, IReadOnlyList<(int Round, AskedOrder Order)> open)
    {
        var model = work.Request.Model;
        foreach (var (round, order) in open)
        {
            var prompt = work.Template.Render(pair.Texts, order, work.Judge.Kind);
            foreach (var sample in Enumerable.Range(0, work.Judge.Samples))
            {
                var request = work.First(prompt, round, 0, sample);
                var key = (request with { Parameters = model.Parameters.Apply(request.Parameters) }).Key(model.Endpoint.Kind, model.Endpoint.Model);
                yield return new Planned(FirstTokenWork.Step, key, TokenEstimate.Of(request), work.Judge.Kind is JudgeKind.Verbal or JudgeKind.Frequency ? TokensInWords : 1);
            }
        }
    }
}
