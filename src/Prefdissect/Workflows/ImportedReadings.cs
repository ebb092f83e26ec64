using Prefdissect.Importing;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Keeps what judges answered with their first token, where imported rows say so: each pair in the one order in which it was asked.</summary>
internal sealed class ImportedReadings(Study study, StudyWrite write) : IDisposable
{
    private readonly Dictionary<string, JudgementWriter?> writers = new(StringComparer.Ordinal);

    /// <summary>Keeps the reading that a vote came with; not of a judge of the same name that was asked here, whose readings are its own.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="vote">The vote.</param>
    /// <param name="told">What came with it.</param>
    public void Add(long pair, Vote vote, FirstTokenReading told)
    {
        var judge = vote.Judge ?? Vote.UnnamedJudge;
        if (!writers.TryGetValue(judge, out var writer)) writers.Add(judge, writer = Open(judge, told));
        var first = told.AStoodFirst ? vote.A : vote.B;
        writer?.AddOnce(pair, new OrderReading(vote.Pair.First.Hash == first.Hash ? AskedOrder.FirstAsA : AskedOrder.SecondAsA)
        {
            LogProbA = told.LogProbFirst,
            LogProbB = told.LogProbSecond,
            IsBoundedA = told.IsFirstBounded,
            IsBoundedB = told.IsSecondBounded,
            Mass = Math.Min(1, Share(told.LogProbFirst, told.IsFirstBounded) + Share(told.LogProbSecond, told.IsSecondBounded)),
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var writer in writers.Values) writer?.Dispose();
    }

    private static double Share(double logProb, bool isBounded) => isBounded ? 0 : Math.Exp(logProb);

    private JudgementWriter? Open(string judge, FirstTokenReading told)
    {
        if (new JudgementReader(study).Description(judge) is { Kind: not JudgeKind.Imported }) return null;
        return write.Judgements(new JudgeDescription(judge, JudgeKind.Imported) { AsksBothOrders = false, TokensOfA = [told.Tokens.First], TokensOfB = [told.Tokens.Second] });
    }
}
