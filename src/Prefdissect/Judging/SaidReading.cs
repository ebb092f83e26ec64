using Prefdissect.Pairs;

namespace Prefdissect.Judging;

/// <summary>Makes readings of verdicts that come without log-probabilities of letters.</summary>
public static class SaidReading
{
    /// <summary>A verdict for one of the responses, or for neither.</summary>
    /// <param name="order">The order in which the pair was judged.</param>
    /// <param name="sign">+1: the pair's first response, −1: its second, 0: a tie.</param>
    public static OrderReading Of(AskedOrder order, int sign) => new(order)
    {
        Said = sign == 0 ? Verdict.Tie : (sign > 0) == (order == AskedOrder.FirstAsA) ? Verdict.A : Verdict.B,
    };

    /// <summary>A margin as log-probabilities of the two letters that together are certain.</summary>
    /// <param name="order">The order in which the pair was judged.</param>
    /// <param name="margin">Log-odds in favour of the pair's first response, finite.</param>
    public static OrderReading OfMargin(AskedOrder order, double margin)
    {
        var forA = order == AskedOrder.FirstAsA ? margin : -margin;
        return new OrderReading(order) { LogProbA = -SoftPlus(-forA), LogProbB = -SoftPlus(forA) };
    }

    // log(1 + e^x) without overflow; the difference of both signs is x to rounding.
    private static double SoftPlus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
