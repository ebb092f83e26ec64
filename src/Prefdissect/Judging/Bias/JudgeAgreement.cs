using Prefdissect.Pairs;

namespace Prefdissect.Judging.Bias;

/// <summary>How far a judge agrees with another one.</summary>
/// <param name="With">The other judge.</param>
/// <param name="IsPerson">Whether the other one is a person or a crowd.</param>
/// <param name="Alike">See <see cref="AlikeShare"/>.</param>
/// <param name="Kappa">See <see cref="VerdictKappa"/>.</param>
/// <param name="Alpha">See <see cref="VerdictAlpha"/>.</param>
public sealed record JudgeAgreement(string With, bool IsPerson, BiasFigure Alike, BiasFigure Kappa, BiasFigure Alpha)
{
    /// <summary>The agreement of two judges.</summary>
    /// <param name="with">The other judge.</param>
    /// <param name="isPerson">Whether it is a person or a crowd.</param>
    /// <param name="pairs">The pairs that both judged.</param>
    /// <param name="queries">How many numbers of queries there are.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static JudgeAgreement Of(string with, bool isPerson, IReadOnlyList<JudgedTwice> pairs, int queries, ulong seed) => Of(with, isPerson, pairs, queries, new SharedResampling(seed));

    /// <summary>As <see cref="Of(string, bool, IReadOnlyList{JudgedTwice}, int, ulong)"/>, of draws that other measures use too.</summary>
    internal static JudgeAgreement Of(string with, bool isPerson, IReadOnlyList<JudgedTwice> pairs, int queries, SharedResampling draws)
    {
        var figures = QueryBootstrap.Of(pairs, pair => pair.Query, queries, [new AlikeShare(), new VerdictKappa(), new VerdictAlpha()], draws);
        return new JudgeAgreement(with, isPerson, figures[0], figures[1], figures[2]);
    }
}
