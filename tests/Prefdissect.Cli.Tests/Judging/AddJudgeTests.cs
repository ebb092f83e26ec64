using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

public class AddJudgeTests
{
    [Fact]
    public async Task A_judge_is_voting_fitted_compared_and_shown_in_one_go_and_everything_is_there_the_second_time()
    {
        await using var study = await JudgedStudy.StartAsync(120, new ScriptedOptions { Letter = text => JudgedStudy.Noise(text) + 1.5 });
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "surface")).Succeeded();
        var first = (await Add(study)).Json();
        (first.GetProperty("judged").GetInt32(), first.GetProperty("pairs").GetInt32()).ShouldBe((120, 120));
        first.GetProperty("group").GetString().ShouldBe("all");
        first.GetProperty("fitted").EnumerateArray().Select(group => group.GetString()).ShouldContain("all");
        first.GetProperty("position").GetProperty("low").GetDouble().ShouldBeGreaterThan(0.6);
        first.GetProperty("position").GetProperty("orderShift").GetDouble().ShouldBe(1.5, 0.4);
        var nearest = first.GetProperty("nearest")[0];
        nearest.GetProperty("published").GetString().ShouldStartWith("published:");
        nearest.GetProperty("posteriorLow").GetDouble().ShouldBeLessThan(nearest.GetProperty("posteriorHigh").GetDouble());
        File.ReadAllText(study.Line["page.html"]).ShouldStartWith("<!DOCTYPE html>", Case.Insensitive);

        var requests = study.Server.Tally.Requests;
        var second = (await Add(study)).Json();
        study.Server.Tally.Requests.ShouldBe(requests);
        second.GetProperty("fitted").GetArrayLength().ShouldBe(0);
        second.GetProperty("reused").GetArrayLength().ShouldBe(first.GetProperty("fitted").GetArrayLength());
        second.GetProperty("liked").GetRawText().ShouldBe(first.GetProperty("liked").GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_dissected_is_not_asked()
    {
        await using var study = await JudgedStudy.StartAsync(6, new ScriptedOptions());
        var before = await study.Doctor();
        var outcome = await Add(study);
        outcome.Code.ShouldBe(2);
        outcome.Error.ShouldContain("annotate -s STUDY");
        study.Server.Tally.Requests.ShouldBe(0);
        (await study.Doctor()).ShouldBe(before);
    }

    [Fact]
    public async Task Stopped_at_a_limit_it_goes_on_where_it_was()
    {
        await using var study = await JudgedStudy.StartAsync(40, new ScriptedOptions { Letter = JudgedStudy.Noise });
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "surface")).Succeeded();
        (await Add(study, "--max-requests", "30")).Code.ShouldBe(3);
        File.Exists(study.Line["page.html"]).ShouldBeFalse();
        (await Add(study)).Json().GetProperty("pairs").GetInt32().ShouldBe(40);
        study.Server.Tally.AnsweredAgain.ShouldBe(0);
    }

    private static Task<Outcome> Add(JudgedStudy study, params string[] args) => CommandLine.Run(
        ["add-judge", "-s", study.Path, "--model", "scripted", "--base-url", study.Server.Url, "--name", "j", "--annotator", "surface", "--html", study.Line["page.html"], "--json", .. args]);
}
