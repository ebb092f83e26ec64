using Prefdissect.Pairs;

namespace Prefdissect.Tests.Pairs;

public class VoteTests
{
    private static readonly Vote Seen = new()
    {
        Query = new Query("q"),
        A = new Response("a"),
        B = new Response("b"),
        Verdict = Verdict.A,
        Margin = 1.5,
        ModelA = "m",
        ModelB = "n",
    };

    [Fact]
    public void Exchanging_the_sides_turns_verdict_margin_and_models()
    {
        var turned = Seen.Exchanged();
        (turned.A, turned.B, turned.Verdict, turned.Margin, turned.ModelA, turned.ModelB).ShouldBe((Seen.B, Seen.A, Verdict.B, -1.5, "n", "m"));
        turned.Pair.ShouldBe(Seen.Pair);
        turned.Exchanged().ShouldBe(Seen);
    }

    [Fact]
    public void A_tie_stays_a_tie() => (Seen with { Verdict = Verdict.Tie, Margin = null }).Exchanged().Verdict.ShouldBe(Verdict.Tie);
}
