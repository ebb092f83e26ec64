using Prefdissect.Judging;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>The pairs that a judge is to be asked about, drawn one by one, those of one query one after the other.</summary>
internal sealed class PairsToJudge(Study study, FirstTokenWork work, PairJudging judging)
{
    private readonly JudgedPairReader pairs = new(study);
    private readonly JudgementReader kept = new(study);
    private readonly bool beginsAnew = JudgeChange.Of(study, work.Judge).Count > 0;

    /// <summary>Whether earlier readings are of another description of the judge.</summary>
    public bool BeginsAnew => beginsAnew;

    /// <summary>The pairs with what is open of each.</summary>
    public IEnumerable<(PairToJudge Pair, IReadOnlyList<(int Round, AskedOrder Order)> Open)> All() => Ids().Select(id => (pairs.Pair(id), OpenOf(id)));

    /// <summary>How many there are.</summary>
    public int Count() => Ids().Count();

    private IEnumerable<long> Ids()
    {
        var drawn = work.Request.Sample is { } size ? BalancedSample.Of(pairs.Strata(), size, work.Request.Seed).ToHashSet() : null;
        return pairs.ByQuery().Where(id => drawn?.Contains(id) != false && OpenOf(id).Count > 0);
    }

    private IReadOnlyList<(int Round, AskedOrder Order)> OpenOf(long pair) => judging.Open(beginsAnew ? [] : kept.Readings(work.Judge.Name, pair));
}
