using Prefdissect.Dissecting.Explaining;
using Prefdissect.Pairs;

namespace Prefdissect.Dashboard.Samples;

/// <summary>Whether a fit predicts what its judge voted.</summary>
internal static class FitAndVote
{
    private const double Indifferent = 0.5;

    /// <summary>In words. Where the interval of the probability reaches one half, the prediction is unclear; of a fit that is indifferent there is none.</summary>
    public static string Words(Verdict vote, PairExplanation explained)
    {
        if (vote == Verdict.Tie) return "a tie was voted";
        if (explained.Probability == Indifferent) return "no prediction";
        var isUnclear = explained is { Low: <= Indifferent, High: >= Indifferent };
        return ((vote == Verdict.A) == (explained.Probability > Indifferent) ? "agree" : "differ") + (isUnclear ? ", unclearly" : "");
    }
}
