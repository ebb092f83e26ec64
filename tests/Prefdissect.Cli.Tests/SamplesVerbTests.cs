using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Cli.Tests;

/// <summary><c>samples</c>: the filters of the Samples page in the terminal.</summary>
public sealed class SamplesVerbTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task Every_filter_lists_what_the_search_of_the_page_finds()
    {
        var path = await line.Fitted("my.study", 80);
        string[] judges;
        string scenario;
        using (var study = Study.OpenToRead(path)) (judges, scenario) = ([.. new StudyReader(study).JudgeNames()], new StudyReader(study).Scenarios()[0]);
        foreach (var (args, filter) in new (string[], SampleFilter)[]
        {
            ([], SampleFilter.None),
            (["--text", "you can"], new() { Text = "you can" }),
            (["--scenario", scenario], new() { Scenario = scenario }),
            (["--property", "lengthy:a", "--annotator", "surface"], new() { Property = new("lengthy", MoreOf.A), Annotator = "surface" }),
            (["--property", "lengthy:b", "--annotator", "surface"], new() { Property = new("lengthy", MoreOf.B), Annotator = "surface" }),
            (["--property", "lengthy", "--annotator", "surface"], new() { Property = new("lengthy", MoreOf.Either), Annotator = "surface" }),
            (["--property", "well formatted:same", "--annotator", "surface"], new() { Property = new("well formatted", MoreOf.Neither), Annotator = "surface" }),
            (["--vote", $"{judges[0]}:b"], new() { Vote = new(judges[0], Prefdissect.Pairs.Verdict.B) }),
            (["--disagree", "any"], new() { Disagree = Disagreement.Any }),
            (["--disagree", $"{judges[0]},{judges[1]}"], new() { Disagree = new((judges[0], judges[1])) }),
            (["--model-wrong", judges[0], "--annotator", "surface"], new() { ModelWrong = judges[0], Annotator = "surface" }),
            (["--decided-by", $"{judges[0]}:lengthy", "--annotator", "surface"], new() { DecidedBy = new(judges[0], "lengthy"), Annotator = "surface" }),
            (["--flagged"], new() { Flagged = true }),
        })
        {
            SamplePage expected;
            using (var study = Study.OpenToRead(path)) expected = SampleSearch.Run(study, filter, null, 500, CancellationToken.None);
            var document = await CommandLine.Json(["samples", "-s", path, "--limit", "500", .. args]);
            document.GetProperty("pairs").EnumerateArray().Select(pair => pair.GetProperty("id").GetString()).ShouldBe(expected.Rows.Select(row => row.Id.ToString()), string.Join(' ', args));
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_and_say_how_many_pairs_there_are()
    {
        var path = await line.Simulated("my.study", 12);
        var first = await CommandLine.Json("samples", "-s", path, "--limit", "7");
        var second = await CommandLine.Json("samples", "-s", path, "--limit", "7", "--after", first.GetProperty("next").GetString()!);
        first.GetProperty("pairs").EnumerateArray().Concat(second.GetProperty("pairs").EnumerateArray()).Select(pair => pair.GetProperty("id").GetString()).Distinct().Count().ShouldBe(12);
        second.GetProperty("next").GetString().ShouldBeNull();
        (await CommandLine.Run("samples", "-s", path, "--limit", "7")).Out.ShouldContain("7 of 12 pairs.");
        var none = await CommandLine.Run("samples", "-s", path, "--text", "zzzzqqq");
        none.Succeeded();
        none.Out.ShouldStartWith("No pair matches.");
    }

    [Theory]
    [InlineData("no scenario or group 'nowhere'", "--scenario", "nowhere")]
    [InlineData("nobody", "--vote", "nobody:a")]
    [InlineData("expected JUDGE:a", "--vote", "sim-plain:c")]
    [InlineData("no property 'nothing'", "--property", "nothing:a", "--annotator", "planted")]
    [InlineData("nobody", "--annotator", "nobody")]
    [InlineData("expected two judges", "--disagree", "sim-plain")]
    [InlineData("JUDGE:PROPERTY", "--decided-by", "sim-plain")]
    [InlineData("Begin at the first page", "--after", "xyz")]
    [InlineData("expected 1 to 500", "--limit", "0")]
    [InlineData("not both", "--json", "--csv")]
    public async Task What_cannot_be_asked_for_is_told(string said, params string[] args)
    {
        var path = await line.Simulated("my.study", 6);
        (await CommandLine.Run(["samples", "-s", path, .. args])).Refusal().ShouldContain(said);
    }
}
