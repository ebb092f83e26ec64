using Prefdissect.Dashboard.Samples;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Pairs;

namespace Prefdissect.Dashboard.Tests.Samples;

public sealed class FitAndVoteTests
{
    [Theory]
    [InlineData(Verdict.A, 1, 0.6, 0.8, "agree")]
    [InlineData(Verdict.B, 1, 0.6, 0.8, "differ")]
    [InlineData(Verdict.B, -1, 0.2, 0.4, "agree")]
    [InlineData(Verdict.A, -1, 0.2, 0.5, "differ, unclearly")]
    [InlineData(Verdict.A, 1, 0.5, 0.8, "agree, unclearly")]
    [InlineData(Verdict.A, 0, 0.5, 0.5, "no prediction")]
    [InlineData(Verdict.B, 0, 0.5, 0.5, "no prediction")]
    [InlineData(Verdict.B, 0, null, null, "no prediction")]
    [InlineData(Verdict.A, 1, null, null, "agree")]
    [InlineData(Verdict.Tie, 1, 0.6, 0.8, "a tie was voted")]
    public void A_fit_that_is_indifferent_predicts_nothing(Verdict vote, double logOdds, double? low, double? high, string expected) =>
        FitAndVote.Words(vote, new PairExplanation(logOdds, []) { Low = low, High = high }).ShouldBe(expected);
}
