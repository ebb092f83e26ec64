using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Reporting;

/// <summary>Pages to look at, written where <c>PREFDISSECT_LOOK</c> names a folder.</summary>
public sealed class Looks
{
    [Fact]
    public void Pages_to_look_at()
    {
        var folder = Environment.GetEnvironmentVariable("PREFDISSECT_LOOK");
        Assert.SkipWhen(folder is null, "PREFDISSECT_LOOK names no folder to write pages to look at into.");
        Directory.CreateDirectory(folder!);
        Write("one", FitsByHand.View(FitsByHand.Whole("human", Group.All, 1, properties: 14), FitsByHand.Whole("human", "Code", 2, 0.15, 14), FitsByHand.Whole("human", "Advice", 3, 0.15, 14)));
        Write("three", FitsByHand.View([.. Judges(3, 14)]).Simulated());
        Write("eight", FitsByHand.View([.. Judges(8, 14)]).Simulated());

        void Write(string name, DissectionView view)
        {
            using var writer = new StreamWriter(Path.Combine(folder!, name + ".html"));
            DissectionPage.Write(writer, view, StudySimilarity.Of(view), new Provenance { Command = "demo", Seed = 1, Data = view.DataHash });
        }
    }

    private static IEnumerable<JudgeFit> Judges(int count, int properties)
    {
        string[] names = ["lengthy-liker", "format-liker", "like human", "strict about errors", "position-biased", "gpt-4-like", "friendly", "terse"];
        for (var i = 0; i < count; i++)
        {
            yield return FitsByHand.Whole(names[i], Group.All, 10 * i, 0.04, properties);
            for (var g = 0; g < Group.PublishedScenarios.Count; g++) yield return FitsByHand.Whole(names[i], Group.PublishedScenarios[g], 10 * i + g, 0.13, properties);
        }
    }
}
