using Prefdissect.Judging;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>The pairs that a judge is to be asked about, drawn one by one, those of one query one after the other.</summary>
/// <param name="study">The study.</param>
/// <param name="judge">The judge. What it was asked otherwise before is open.</param>
/// <param name="scope">Which pairs.</param>
/// <param name="open">What is open of a pair of which these readings are kept.</param>
internal sealed class PairsToJudge(Study study, JudgeDescription judge, PairScope scope, Func<IReadOnlyList<OrderReading>, IReadOnlyList<(int Round, AskedOrder Order)>> open)
{
    private readonly JudgedPairReader pairs = new(study);
    private readonly JudgementReader kept = new(study);

    // Looked at before anything is written: afterwards the description is the new one.
    private readonly bool beginsAnew = JudgeChange.Of(study, judge).Count > 0;

    /// <summary>The pairs with what is open of each.</summary>
    public IEnumerable<(PairToJudge Pair, IReadOnlyList<(int Round, AskedOrder Order)> Open)> All() => Ids().Select(one => (pairs.Pair(one.Id), one.Open));

    /// <summary>How many there are.</summary>
    public int Count() => Ids().Count();

    private IEnumerable<(long Id, IReadOnlyList<(int Round, AskedOrder Order)> Open)> Ids()
    {
        var drawn = scope.Sample is { } size ? BalancedSample.Of(pairs.Strata(), size, scope.Seed).ToHashSet() : null;
        return pairs.ByQuery().Where(id => drawn?.Contains(id) != false).Select(id => (Id: id, Open: open(beginsAnew ? [] : kept.Readings(judge.Name, id)))).Where(one => one.Open.Count > 0);
    }
}
