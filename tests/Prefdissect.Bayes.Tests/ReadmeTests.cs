using Prefdissect.Bayes.Tests.Examples;

namespace Prefdissect.Bayes.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_in_the_readme_is_the_one_that_is_compiled_here()
    {
        var folder = Path.Combine(Reference.Root, "src", "Prefdissect.Bayes");
        var readme = File.ReadAllText(Path.Combine(folder, "README.md")).ReplaceLineEndings("\n");
        var example = File.ReadAllText(Path.Combine(Reference.Root, "tests", "Prefdissect.Bayes.Tests", "Examples", "EightSchools.cs")).ReplaceLineEndings("\n");
        foreach (var name in new[] { "model", "sampling" })
            readme.ShouldContain($"```csharp\n{Region(example, name)}```");
    }

    [Fact]
    public void The_example_gives_the_known_answer()
    {
        var summary = EightSchoolsExample.Fit();
        summary.Health.Problems.ShouldBeEmpty();
        // The model's well-known posterior mean of the common effect.
        summary.Parameters[0].Mean.ShouldBe(4.4, 0.3);
        summary.Parameters.Count.ShouldBe(10);
        PublicSurface.ShouldHoldNoNaN(summary);
    }

    /// <summary>The lines between "// begin NAME" and "// end NAME", without the indentation that they share.</summary>
    private static string Region(string source, string name)
    {
        string[] lines = [.. source.Split('\n').SkipWhile(line => line.Trim() != $"// begin {name}").Skip(1).TakeWhile(line => line.Trim() != $"// end {name}")];
        lines.Length.ShouldBeGreaterThan(3);
        var indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.Select(line => (line.Length == 0 ? "" : line[indentation..]) + "\n"));
    }
}
