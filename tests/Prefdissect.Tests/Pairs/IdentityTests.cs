using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Pairs;

/// <summary>What makes two texts, queries, responses and pairs the same.</summary>
public class IdentityTests
{
    [Theory]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("one\ntwo", "one\r\ntwo")]
    [InlineData("one\ntwo", "one\rtwo")]
    [InlineData("answer", "  \n\tanswer \r\n")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("answer", "\u00a0answer\u2003")]
    public void Texts_that_differ_in_form_alone_are_the_same(string one, string other)
    {
        new Response(one).ShouldBe(new Response(other));
        new Query(one).ShouldBe(new Query(other));
    }

    [Theory]
    [InlineData("answer", "Answer")]
    [InlineData("two words", "two  words")]
    [InlineData("one\n\ntwo", "one\ntwo")]
    [InlineData("\ufb01", "fi")]
    public void Texts_that_differ_in_more_are_not(string one, string other) => new Response(one).ShouldNotBe(new Response(other));

    [Fact]
    public void The_text_itself_is_kept_as_it_came()
    {
        const string text = "  cafe\u0301\r\n";
        new Response(text).Text.ShouldBe(text);
        new Query(text).Text.ShouldBe(text);
    }

    [Fact]
    public void The_identity_of_an_identity_is_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => TextIdentity.Of(TextIdentity.Of(text)) == TextIdentity.Of(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_lone_surrogate_is_no_obstacle() => new Response("broken \ud83d text").ShouldBe(new Response("broken \ufffd text"));

    [Fact]
    public void A_query_and_a_response_of_one_text_have_different_hashes() => new Query("hello").Hash.ShouldNotBe(new Response("hello").Hash);

    [Fact]
    public void Turns_cannot_run_into_each_other()
    {
        var one = new Query([new Turn("user", "ab"), new Turn("assistant", "c"), new Turn("user", "d")]);
        var other = new Query([new Turn("user", "a"), new Turn("assistant", "bc"), new Turn("user", "d")]);
        one.ShouldNotBe(other);
        one.IsMultiTurn.ShouldBeTrue();
        one.Text.ShouldBe("d");
    }

    [Fact]
    public void A_query_without_turns_is_refused() => Should.Throw<ArgumentException>(() => new Query([]));

    [Fact]
    public void A_pair_is_unordered() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((one, other) =>
        {
            var forth = new Pair(new Query("q"), new Response(one.Get), new Response(other.Get));
            var back = new Pair(new Query("q"), new Response(other.Get), new Response(one.Get));
            return forth == back && forth.Hash == back.Hash && forth.First == back.First && forth.HasEqualResponses == (new Response(one.Get) == new Response(other.Get));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_same_responses_to_another_query_are_another_pair() =>
        new Pair(new Query("p"), new Response("a"), new Response("b")).ShouldNotBe(new Pair(new Query("q"), new Response("a"), new Response("b")));

    [Fact]
    public void Responses_that_differ_in_outer_white_space_are_marked_as_equal() =>
        new Pair(new Query("q"), new Response("same"), new Response(" same\r\n")).HasEqualResponses.ShouldBeTrue();
}
