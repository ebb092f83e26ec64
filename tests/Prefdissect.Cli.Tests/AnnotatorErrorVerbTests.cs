using System.Text.Json;

namespace Prefdissect.Cli.Tests;

/// <summary><c>fit --annotator-error</c> as it is typed: what it prints, what <c>dissect</c> shows of it, and what it refuses.</summary>
public sealed class AnnotatorErrorVerbTests : IDisposable
{
    private readonly CommandLine line = new();

    [Fact]
    public async Task Corrected_weights_stand_beside_the_ordinary_ones_which_stay()
    {
        var study = await line.Fitted("sim.study", 200);
        var plain = await CommandLine.Json("dissect", "-s", study);
        plain.GetProperty("weights").EnumerateArray().ShouldAllBe(weight => weight.GetProperty("corrected").ValueKind == JsonValueKind.Null);
        plain.GetProperty("provenance").GetProperty("options").TryGetProperty("annotatorError", out _).ShouldBeFalse();

        string[] corrected = [.. CommandLine.Few, "-s", study, "--group", "all", "--annotator-error", "planted"];
        var shown = (await CommandLine.Run(corrected)).Succeeded();
        shown.Out.ShouldContain("difference missed %");
        shown.Error.ShouldContain("3 fits corrected for the mistakes of surface against planted");
        var fit = await CommandLine.Json(corrected);
        (fit.GetProperty("fitted").GetInt32(), fit.GetProperty("corrected").GetInt32(), fit.GetProperty("trusted").GetString()).ShouldBe((0, 3, "planted"));
        var length = fit.GetProperty("mistakes").EnumerateArray().Single(of => of.GetProperty("property").GetString() == "lengthy");
        (length.GetProperty("noneKept").GetDouble(), length.GetProperty("missed").GetDouble()).ShouldBe((1, 0));

        var after = await CommandLine.Json("dissect", "-s", study);
        foreach (var (before, now) in plain.GetProperty("weights").EnumerateArray().Zip(after.GetProperty("weights").EnumerateArray()))
        {
            foreach (var field in before.EnumerateObject().Where(field => field.Name != "corrected")) now.GetProperty(field.Name).GetRawText().ShouldBe(field.Value.GetRawText(), field.Name);
            var entry = now.GetProperty("corrected");
            if (entry.GetProperty("reason").ValueKind != JsonValueKind.Null) continue;
            entry.GetProperty("n").GetInt32().ShouldBe(200);
            entry.GetProperty("low").GetDouble().ShouldBeLessThan(entry.GetProperty("mean").GetDouble());
            entry.GetProperty("degree").GetDouble().ShouldBe(1 / (1 + Math.Exp(-entry.GetProperty("mean").GetDouble())), 1e-12);
        }
        after.GetProperty("fits")[0].GetProperty("correction").GetProperty("trusted").GetString().ShouldBe("planted");
        after.GetProperty("provenance").GetProperty("options").GetProperty("annotatorError").GetString().ShouldBe("planted");
        (await CommandLine.Run("dissect", "-s", study, "--html", line["d.html"])).Succeeded().Out.ShouldContain("corrected %");
        (await File.ReadAllTextAsync(line["d.html"])).ShouldContain("corrected % [95 %]");
        (await CommandLine.Run("dissect", "-s", study, "--csv")).Succeeded().Out.Split('\n')[0].ShouldEndWith("planted,correctedMean,correctedLow,correctedHigh,correctedDegree,correctedDegreeLow,correctedDegreeHigh,correctedN,correctedReason");
    }

    [Fact]
    public async Task What_cannot_be_corrected_is_refused_with_the_next_thing_to_try()
    {
        var study = await line.Simulated("sim.study", 120);
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded();
        string[] fit = [.. CommandLine.Few, "-s", study];
        (await CommandLine.Run([.. fit, "--annotator-error", "nobody"])).Refusal().ShouldContain("it has planted, surface");
        (await CommandLine.Run([.. fit, "--annotator-error", "surface"])).Refusal().ShouldContain("Name an annotator that you trust more");
        (await CommandLine.Run([.. fit, "--annotator-error", "planted", "--prior", "horseshoe:0.1"])).Refusal().ShouldContain("laplace:SCALE");
        (await CommandLine.Run("fit", "--design", line.Write("d.csv", "y,a\n1,1\n0,1\n"), "--annotator-error", "planted")).Refusal().ShouldContain("--annotator-error goes with -s");

        var few = await line.Simulated("few.study", 40);
        (await CommandLine.Run("annotate", "-s", few, "--annotator", "surface")).Succeeded();
        (await CommandLine.Run([.. CommandLine.Few, "-s", few, "--annotator-error", "planted"])).Refusal().ShouldContain("compared by both on 40 pairs, fewer than 50");
    }

    public void Dispose() => line.Dispose();
}
