using Prefdissect.Annotating;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Cli.Tests;

public sealed class OwnPropertyTests : IDisposable
{
    private static readonly Property Cites = new("cites a source", "cites", PropertyKind.Basic, ComparisonRule.MoreIsMore, "Names where a claim comes from.");

    private readonly CommandLine line = new();

    [Fact]
    public async Task A_weight_of_an_own_property_goes_wherever_the_others_go()
    {
        var study = await Rated();
        (await CommandLine.Run("fit", "-s", study, "--chains", "2", "--warmup", "60", "--draws", "60", "--folds", "none")).Succeeded();

        var weights = (await CommandLine.Json("dissect", "-s", study)).GetProperty("weights").EnumerateArray().Where(weight => weight.GetProperty("property").GetString() == "cites").ToList();
        weights.Count.ShouldBe(2);
        weights[0].GetProperty("mean").GetDouble().ShouldBeGreaterThan(0.2);
        (await CommandLine.Run("dissect", "-s", study, "--csv")).Succeeded().Out.Split('\n').Count(row => row.Contains(",cites,", StringComparison.Ordinal)).ShouldBe(2);

        var contrast = (await CommandLine.Json("contrast", "-s", study, "--judges", "one,other", "--replicates", "0")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("property").GetString() == "cites");
        contrast.GetProperty("difference").GetDouble().ShouldBe(weights[0].GetProperty("mean").GetDouble() - weights[1].GetProperty("mean").GetDouble(), 1e-9);

        var similarity = await CommandLine.Json("similarity", "-s", study, "--metric", "l1");
        similarity.GetProperty("properties")[0][1].GetInt32().ShouldBe(2);

        var exported = await CommandLine.Json("export", "weights", "-s", study, "--out", line["weights"], "--weight", "mean");
        exported.GetProperty("leftOut").EnumerateArray().Select(name => name.GetString()).ShouldBe(["cites"]);

        (await CommandLine.Run("dissect", "-s", study, "--html", line["page.html"], "--svg", line["figure.svg"])).Succeeded();
        File.ReadAllText(line["figure.svg"]).ShouldContain("cites a source: Names where a claim comes from.");
        File.ReadAllText(line["page.html"]).ShouldContain("Not among the published properties: cites.");
    }

    public void Dispose() => line.Dispose();

    /// <summary>120 pairs of which the second response cites more; one judge mostly prefers it, the other mostly not.</summary>
    private async Task<string> Rated()
    {
        var rows = Enumerable.Range(0, 120).SelectMany(i => new[] { $"q{i},first {i},second {i},{(i % 5 == 0 ? "a" : "b")},one\n", $"q{i},first {i},second {i},{(i % 5 == 0 ? "b" : "a")},other\n" });
        (await CommandLine.Run("import", line.Write("votes.csv", "prompt,response_a,response_b,winner,judge\n" + string.Concat(rows)), "-s", line["own.study"])).Succeeded();
        var team = new AnnotatorIdentity("team", "1");
        using var study = Study.Open(line["own.study"]);
        var responses = new StudyReader(study).Unrated(team, 0, 1000);
        using var write = study.BeginWrite();
        using (var writer = write.Ratings(team))
        {
            foreach (var response in responses)
            {
                writer.AddToResponse(response.Id, Cites, Rating.Of(response.Text.StartsWith("second", StringComparison.Ordinal) ? 3 : 0));
                writer.AddToResponse(response.Id, PublishedProperties.All.First(property => property.ShortName == "clear"), Rating.Of(response.Id % 7 == 0 ? 2 : 1));
            }
        }
        write.Commit();
        return line["own.study"];
    }
}
