using Prefdissect.Pairs;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class AlpacaEvalTests : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1.25", Verdict.A, 1.0986122886681098)]
    [InlineData("1.4999999", Verdict.A, 4e-7)]
    [InlineData("1.5", Verdict.Tie, 0.0)]
    [InlineData("1.5000001", Verdict.B, -4e-7)]
    [InlineData("1.75", Verdict.B, -1.0986122886681098)]
    [InlineData("1.0", Verdict.A, 23.025850929940457)]
    [InlineData("2", Verdict.B, -23.025850929940457)]
    public void The_preference_gives_verdict_and_margin(string preference, Verdict verdict, double margin)
    {
        var vote = Votes(Annotations(preference, "{\"logprobs\":{}}")).ShouldHaveSingleItem();
        (vote.Verdict, vote.Judge, vote.ModelA, vote.ModelB).ShouldBe((verdict, "j", "x", "y"));
        vote.Margin.ShouldNotBeNull().ShouldBe(margin, 1e-9);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.5")]
    [InlineData("2.0")]
    public void A_plain_verdict_has_no_margin(string preference) => Votes(Annotations(preference, "null")).Single().Margin.ShouldBeNull();

    [Theory]
    [InlineData("0.99")]
    [InlineData("2.01")]
    [InlineData("null")]
    [InlineData("\"A\"")]
    [InlineData("1e999")]
    public void Another_preference_refuses_the_row(string preference) => OnlyRefusal(Annotations(preference, "null")).Place.Field.ShouldBe("preference");

    private string Annotations(string preference, string raw) => folder.Write("annotations.json", $$"""
        [{"instruction":"q","output_1":"1","output_2":"2","generator_1":"x","generator_2":"y","annotator":"j","preference":{{preference}},"raw_completion":{{raw}}}]
        """);
}
