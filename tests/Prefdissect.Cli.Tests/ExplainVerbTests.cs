using System.Xml.Linq;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Cli.Tests;

/// <summary>Why a judge prefers what it does, from the command line.</summary>
public sealed class ExplainVerbTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task A_pair_is_explained_as_table_document_rows_and_figure()
    {
        var (study, pair) = await Fitted();
        var document = await CommandLine.Json("explain", "-s", study, "--pair", pair[..8]);
        document.GetProperty("pair").GetString().ShouldBe(pair);
        var judges = document.GetProperty("judges").EnumerateArray().ToList();
        var properties = judges[0].GetProperty("properties").EnumerateArray().ToList();
        double Sum(string field) => properties.Sum(property => property.GetProperty(field).GetDouble());
        var logOdds = properties.Sum(property => property.GetProperty("feature").GetDouble() * property.GetProperty("weight").GetDouble());
        var probability = judges[0].GetProperty("probability").GetDouble();
        probability.ShouldBe(1 / (1 + Math.Exp(-logOdds)), 1e-12);
        (0.5 + Sum("shapley")).ShouldBe(probability, 1e-11);
        Sum("logOdds").ShouldBe(logOdds, 1e-12);
        (judges[0].GetProperty("firstVotes").GetInt32() + judges[0].GetProperty("secondVotes").GetInt32()).ShouldBe(1);

        var shown = (await CommandLine.Run("explain", "-s", study, "--pair", pair, "--judge", "published:human", "--svg", line["p.svg"])).Succeeded();
        shown.Out.ShouldContain("published:human");
        (await CommandLine.Run("explain", "-s", study, "--pair", pair, "--log-odds", "--svg", line["l.svg"], "--csv")).Succeeded()
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(properties.Count + 1);
        foreach (var file in new[] { "p.svg", "l.svg" }) XDocument.Load(line[file]).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public async Task What_cannot_be_explained_ends_as_bad_input_and_says_what_to_try()
    {
        var (study, pair) = await Fitted();
        foreach (var (arguments, said) in new (string[], string)[]
        {
            (["--pair", "abc"], "6 or more"), (["--pair", "000000000000"], "prefdissect samples"), (["--pair", pair, "--judge", "nobody"], "someone"),
            (["--pair", pair, "--group", "nowhere"], "prefdissect fit"), (["--pair", pair, "--annotator", "nobody"], "surface"), (["--pair", pair, "--log-odds"], "--svg"),
            (["--pair", pair, "--json", "--csv"], "not both"),
        })
        {
            var outcome = await CommandLine.Run(["explain", "-s", study, .. arguments]);
            outcome.Code.ShouldBe(2, string.Join(' ', arguments));
            outcome.Error.ShouldContain(said);
        }
    }

    private async Task<(string Study, string Pair)> Fitted()
    {
        var study = line["my.study"];
        (await CommandLine.Run("import", line.Votes("votes.csv", 120), "-s", study)).Succeeded();
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded();
        (await CommandLine.Run([.. CommandLine.Few, "-s", study])).Succeeded();
        using var opened = Study.OpenToRead(study);
        return (study, SampleSearch.Run(opened, SampleFilter.None, null, 1, CancellationToken.None).Rows[0].Id.ToString());
    }
}
