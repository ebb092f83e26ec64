using System.Globalization;
using System.Text.Json;
using Prefdissect.Dissecting;
using Prefdissect.Reporting;
using Prefdissect.Reporting.DrawFiles;

namespace Prefdissect.Tests.Reporting.DrawFiles;

public class DrawFormatTests
{
    private static readonly Provenance Provenance = new() { Command = "export draws" };

    // 2 chains × 3 draws × 2 properties: 0.5, 1.5, … in the order in which they lie.
    private static readonly SampledFit Fit = new(
        FitsByHand.Fit("a, \"b\"\n# c", "all", FitsByHand.Weight("clear", 0.1), FitsByHand.Weight("complex word & sentence", 0.2)),
        new FitDraws(["clear", "complex word & sentence"], 2, [.. Enumerable.Range(0, 12).Select(i => i + 0.5f)]));

    [Fact]
    public void The_table_counts_chains_iterations_and_draws_from_one()
    {
        var lines = Single(new DrawTable()).TrimEnd('\n').Split('\n');
        lines[0].ShouldBe(".chain,.iteration,.draw,clear,complex word & sentence");
        lines[1].ShouldBe("1,1,1,0.5,1.5");
        lines[4].ShouldBe("2,1,4,6.5,7.5");
        lines.Length.ShouldBe(7);
    }

    [Fact]
    public void ArviZ_finds_chains_draws_and_properties()
    {
        var json = JsonDocument.Parse(Single(new ArvizJson())).RootElement;
        var weight = json.GetProperty("posterior").GetProperty("weight");
        (weight.GetArrayLength(), weight[0].GetArrayLength(), weight[0][0].GetArrayLength()).ShouldBe((2, 3, 2));
        weight[1][0][1].GetSingle().ShouldBe(7.5f);
        json.GetProperty("coords").GetProperty("property")[1].GetString().ShouldBe("complex word & sentence");
        json.GetProperty("dims").GetProperty("weight")[0].GetString().ShouldBe("property");
        json.GetProperty("attributes").GetProperty("judge").GetString().ShouldBe("a, \"b\"\n# c");
    }

    [Fact]
    public void A_file_a_chain_reads_as_one_of_CmdStan()
    {
        var files = new StanCsv().Files(Fit, Provenance).ToList();
        files.Select(file => file.Suffix).ShouldBe(["-1.csv", "-2.csv"]);
        using var text = new StringWriter();
        files[1].Write(text);
        var lines = text.ToString().TrimEnd('\n').Split('\n');
        var data = lines.SkipWhile(line => line.StartsWith('#')).ToList();
        data.ShouldBe(["clear,complex_word___sentence", "6.5,7.5", "8.5,9.5", "10.5,11.5"], "a name with a line break cannot leave its comment");
        lines.ShouldContain("#     num_samples = 3");
        lines.ShouldContain("# id = 2");
    }

    [Fact]
    public void Columns_have_names_of_their_own_that_Stan_does_not_read_into() =>
        StanCsv.Columns(["a b", "a.b", "lp__", "!", "?"]).ShouldBe(["a_b", "a_b_2", "lp", "weight", "weight_2"]);

    [Fact]
    public void Every_number_comes_back_to_the_bit()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 200).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)))).ToArray();
        var fit = Fit with { Draws = new FitDraws(["clear"], 1, values) };
        var table = Single(new DrawTable(), fit).TrimEnd('\n').Split('\n')[1..].Select(line => float.Parse(line.Split(',')[3], CultureInfo.InvariantCulture));
        table.ShouldBe(values);
        JsonDocument.Parse(Single(new ArvizJson(), fit)).RootElement.GetProperty("posterior").GetProperty("weight")[0].EnumerateArray().Select(draw => draw[0].GetSingle()).ShouldBe(values);
    }

    [Fact]
    public void File_names_are_safe_and_their_own()
    {
        FitSubject[] subjects = [Subject("../a/b"), Subject("human"), Subject("Human"), Subject(""), Subject(new string('x', 300))];
        var stems = DrawFormats.Stems(subjects);
        stems[0].ShouldBe("_a_b--all");
        stems.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(5);
        stems.ShouldAllBe(stem => stem.Length < 140 && !stem.StartsWith('.') && stem.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' || letter == '-' || letter == '_'));
    }

    private static FitSubject Subject(string judge) => new(judge, "all", FitsByHand.Surface);

    private static string Single(IDrawFormat format, SampledFit? fit = null)
    {
        using var text = new StringWriter();
        format.Files(fit ?? Fit, Provenance).ShouldHaveSingleItem().Write(text);
        return text.ToString();
    }
}
