using Prefdissect.Judging.Asking;
using Prefdissect.Models.Answers;

namespace Prefdissect.Tests.Judging;

public class LetterProbabilitiesTests
{
    [Fact]
    public void Variants_of_a_letter_are_summed()
    {
        var letters = LetterProbabilities.Of(First((" A", 0.3), ("A", 0.1), ("\u0120B", 0.2), ("\u2581B", 0.05), ("The", 0.3), ("AB", 0.05)))!;
        Math.Exp(letters.LogProbA).ShouldBe(0.4, 1e-12);
        Math.Exp(letters.LogProbB).ShouldBe(0.25, 1e-12);
        letters.Mass.ShouldBe(0.65, 1e-12);
        (letters.IsBoundedA, letters.IsBoundedB).ShouldBe((false, false));
    }

    [Fact]
    public void A_letter_that_is_missing_is_at_most_as_likely_as_the_least_likely_token_returned()
    {
        var letters = LetterProbabilities.Of(First(("A", 0.9), ("The", 0.06), ("I", 0.01)))!;
        Math.Exp(letters.LogProbB).ShouldBe(0.01, 1e-12);
        (letters.IsBoundedA, letters.IsBoundedB).ShouldBe((false, true));
        letters.Mass.ShouldBe(0.9, 1e-12, "what is only bounded is not counted");
    }

    [Fact]
    public void Where_neither_letter_is_returned_nothing_is_known_of_their_odds() => LetterProbabilities.Of(First(("The", 0.9), ("I", 0.05))).ShouldBeNull();

    [Fact]
    public void The_token_that_was_said_counts_once_also_where_it_is_not_among_the_likeliest()
    {
        var said = new TokenCandidate("B", Math.Log(0.1), 2);
        Math.Exp(LetterProbabilities.Of(new GeneratedToken(said, [new("A", Math.Log(0.9), 1)]))!.LogProbB).ShouldBe(0.1, 1e-12);
        Math.Exp(LetterProbabilities.Of(new GeneratedToken(said, [new("A", Math.Log(0.9), 1), said]))!.LogProbB).ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void A_token_that_could_not_change_the_sixth_digit_is_not_asked_for()
    {
        LetterToken[] tokens = [new(1, " A"), new(2, "A")];
        LetterProbabilities.Matters(tokens, new Dictionary<int, double>(), -30).ShouldBeTrue("the usual one is always asked for");
        LetterProbabilities.Matters(tokens, new Dictionary<int, double> { [1] = -2 }, -10).ShouldBeTrue();
        LetterProbabilities.Matters(tokens, new Dictionary<int, double> { [1] = -2 }, -17).ShouldBeFalse();
    }

    [Fact]
    public void Counts_of_samples_keep_finite_log_odds()
    {
        var letters = LetterProbabilities.OfCounts(10, 0);
        (letters.LogProbA - letters.LogProbB).ShouldBe(Math.Log(10.5 / 0.5), 1e-12);
        var even = LetterProbabilities.OfCounts(3, 3);
        even.LogProbA.ShouldBe(even.LogProbB);
    }

    [Fact]
    public void A_judge_that_rarely_says_a_letter_is_reported()
    {
        LetterMass.Of([0.9, 0.8, 0.01])!.Notice.ShouldBeNull();
        LetterMass.Of([0.9, 0.02, 0.01])!.Notice!.ShouldContain("at most 2 %");
        LetterMass.Of([]).ShouldBeNull();
    }

    private static GeneratedToken First(params (string Token, double Probability)[] tokens)
    {
        var all = tokens.Select((token, i) => new TokenCandidate(token.Token, Math.Log(token.Probability), i)).ToList();
        return new GeneratedToken(all[0], all);
    }
}
