using System.Text.Json;

namespace Prefdissect.Cli.Tests;

public sealed class PrefdissectCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prefdissect-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Names_from_data_cannot_steer_the_terminal()
    {
        var (votes, study) = (PathOf("votes.csv"), PathOf("my.study"));
        await File.WriteAllTextAsync(votes, "prompt,response_a,response_b,winner,judge\nq,a long answer,b,A,\u001b]0;x\u0007evil\n", TestContext.Current.CancellationToken);
        (await Run("import", votes, "-s", study)).Code.ShouldBe(0);
        (await Run("annotate", "-s", study, "--annotator", "surface")).Code.ShouldBe(0);
        foreach (var arguments in new string[][] { ["fit", "-s", study, "--judge", "nobody"], ["doctor", study] })
        {
            var (_, output, error) = await Run(arguments);
            (output + error).ShouldContain("evil");
            (output + error).Where(letter => char.IsControl(letter) && letter != '\n').ShouldBeEmpty(string.Join(' ', arguments));
        }
    }

    [Fact]
    public async Task Similarity_of_a_study_names_the_nearest_published_judges_in_JSON_too()
    {
        var study = PathOf("sim.study");
        (await Run("simulate", "-s", study, "--pairs", "120", "--judges", "2")).Code.ShouldBe(0);
        (await Run("fit", "-s", study, "--annotator", "planted", "--group", "all", "--chains", "1", "--warmup", "50", "--draws", "50")).Code.ShouldBe(0);
        var nearest = JsonDocument.Parse((await Run("similarity", "-s", study, "--annotator", "planted", "--json")).Output).RootElement.GetProperty("nearest");
        nearest.EnumerateArray().Select(entry => entry.GetProperty("judge").GetString()).Distinct().Count().ShouldBe(2);
        nearest[0].GetProperty("published").GetString()!.ShouldStartWith("published:");
    }

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PrefdissectCommand.RunAsync(arguments, new Terminal(output, error, IsInteractive: false, Width: 140));
        return (code, output.ToString(), error.ToString());
    }
}
