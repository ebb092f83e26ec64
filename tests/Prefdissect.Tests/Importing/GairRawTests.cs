using Prefdissect.Importing;
using Prefdissect.Pairs;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class GairRawTests : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("model_a", Verdict.A)]
    [InlineData("model_b", Verdict.B)]
    [InlineData("tie", Verdict.Tie)]
    [InlineData("tie (bothbad)", Verdict.Tie)]
    public void The_winner_is_a_side_or_a_tie(string winner, Verdict verdict)
    {
        var vote = Votes(Raw(winner), new ImportOptions { Judge = "crowd" }).ShouldHaveSingleItem();
        (vote.Verdict, vote.Judge, vote.Scenario, vote.ModelA).ShouldBe((verdict, "crowd", "Code", "x"));
    }

    [Fact]
    public void Another_winner_refuses_the_row() => OnlyRefusal(Raw("x")).Place.Field.ShouldBe("winner");

    private string Raw(string winner) => folder.Write("raw.jsonl", $$"""
        {"prompt":"q","response_a":"1","response_b":"2","model_a":"x","model_b":"y","winner":"{{winner}}","scenario":"fine","group":"Code"}
        """);
}
