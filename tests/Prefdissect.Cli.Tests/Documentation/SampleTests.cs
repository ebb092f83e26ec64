using Prefdissect.Samples;
using Prefdissect.Studies;

namespace Prefdissect.Cli.Tests.Documentation;

public class SampleTests
{
    [Fact]
    public void The_program_of_the_readme_is_the_one_that_is_compiled()
    {
        var program = Repository.Read("docs/samples/VotesToDissection/VotesToDissection.cs");
        Repository.Read("README.md").ShouldContain($"```csharp\n{Body(program)}```");
    }

    [Fact]
    public void The_program_finds_what_the_simulated_judges_like()
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-sample-");
        try
        {
            using var output = new StringWriter();
            VotesToDissection.Run(Path.Combine(Repository.Root, SampleVotes.Path), Path.Combine(folder.FullName, "my.study"), output, TestContext.Current.CancellationToken).ShouldBeTrue();
            var lines = output.ToString().ReplaceLineEndings("\n").Split('\n').SkipWhile(line => !line.StartsWith("sim-formatter, all:", StringComparison.Ordinal)).ToList();
            lines[0].ShouldBe("sim-formatter, all: 200 pairs");
            // The judge's two largest tastes that the surface annotator sees.
            lines[1].ShouldContain("well formatted");
            lines[1].ShouldEndWith("Liked");
            output.ToString().ShouldContain("sim-charmer, all: ");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_program_says_why_a_file_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-sample-");
        try
        {
            var votes = Path.Combine(folder.FullName, "votes.csv");
            File.WriteAllText(votes, "question,left,right,verdict,who,topic\nName a river.,Elbe,Rhine,X,me,rivers\n");
            using var output = new StringWriter();
            VotesToDissection.Run(votes, Path.Combine(folder.FullName, "my.study"), output, TestContext.Current.CancellationToken).ShouldBeFalse();
            output.ToString().ShouldContain("verdict");
            using var study = Study.Open(Path.Combine(folder.FullName, "my.study"));
            new StudyReader(study).Counts().Votes.ShouldBe(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_sample_votes_are_those_that_the_simulator_makes()
    {
        var path = Path.Combine(Repository.Root, SampleVotes.Path);
        if (Repository.Writes) File.WriteAllText(path, SampleVotes.Csv());
        Repository.Read(SampleVotes.Path).ShouldBe(SampleVotes.Csv().ReplaceLineEndings("\n"), $"Set {Repository.WriteVariable}=1 and run this test to write them anew.");
    }

    /// <summary>The lines between the comments "begin body" and "end body", without the indentation that they share.</summary>
    private static string Body(string program)
    {
        string[] lines = [.. program.Split('\n').SkipWhile(line => line.Trim() != "// begin body").Skip(1).TakeWhile(line => line.Trim() != "// end body")];
        lines.Length.ShouldBeGreaterThan(10);
        var indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.Select(line => (line.Length == 0 ? "" : line[indentation..]) + "\n"));
    }
}
