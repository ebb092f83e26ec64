using Prefdissect.Annotating.Surface;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

public sealed class ContrastWorkflowTests : IDisposable
{
    private static readonly FitRequest Request = new() { Annotator = "surface", Options = new DissectionOptions { Chains = 2, Warmup = 150, Draws = 200, Folds = FoldScheme.None } };
    private static readonly string[] Names = [.. SimulatedStudyFile.Judges.Select(judge => judge.Name)];

    private readonly SimulatedStudyFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Two_judges_are_compared_on_what_both_have()
    {
        using var study = Fitted();
        var view = Run(study, Names[..2]);
        view.Rows.ShouldNotBeEmpty();
        view.Rows.Select(row => row.Group).Distinct().ShouldBe([Group.All]);
        foreach (var row in view.Rows)
        {
            (row.Low <= row.Difference && row.Difference <= row.High).ShouldBeTrue(row.Property);
            (row.BootstrapLow <= row.BootstrapHigh).ShouldBeTrue(row.Property);
        }
        var fits = new FitStore(study).Shown().ToDictionary(fit => fit.Subject.Judge);
        var first = view.Rows[0];
        first.Difference.ShouldBe(fits[Names[0]].PosteriorMeans.Values[first.Property] - fits[Names[1]].PosteriorMeans.Values[first.Property], 1e-12);
        (view.Simulated, view.Replicates).ShouldBe((true, 30));
        Run(study, Names[..2]).Rows.ShouldBe(view.Rows, "the same seed gives the same rows");

        using var json = new StringWriter();
        DocumentJson.Write(json, ContrastDocument.Of(view, new Provenance { Command = "contrast" }));
        json.ToString().ShouldContain("\"probabilityGreater\"");
        ContrastTables.Of(view, Group.All).Rows.Count.ShouldBe(view.Rows.Count);
        ContrastFigure.Of(view, Group.All, new Provenance { Command = "contrast" }).ToSvg(new Prefdissect.Figures.Canvas()).ShouldContain("simulated");
    }

    [Fact]
    public void Groups_that_both_are_fitted_on_are_averaged()
    {
        using var study = Fitted();
        FitWorkflow.Run(study, Request with { Groups = ["Code", "Advice"] }, null, CancellationToken.None);
        var view = Run(study, Names[..2]);
        view.StandardisedOver.ShouldBe(["Advice", "Code"], ignoreOrder: true);
        var property = view.Rows[0].Property;
        double In(string group) => view.Rows.Single(row => row.Group == group && row.Property == property).Difference;
        view.Rows.Single(row => row.Group == Contrast.Standardised && row.Property == property).Difference.ShouldBe((In("Advice") + In("Code")) / 2, 1e-12);

        var groups = Run(study, [Names[0]], "Code", "Advice");
        groups.Rows.ShouldAllBe(row => row.Group == "Code − Advice");
        (groups.Greater, groups.Lesser).ShouldBe(("Code", "Advice"));
    }

    [Fact]
    public void Votes_are_not_read_for_a_hash_that_the_fits_came_without()
    {
        using var study = Fitted();
        var fits = DissectWorkflow.Run(study, new DissectRequest { Annotator = "surface" });
        var request = new ContrastRequest { Judges = Names[..2], Replicates = 0 };
        ContrastWorkflow.Run(study, fits, request, CancellationToken.None).DataHash.ShouldBe(fits.DataHash.ShouldNotBeNull());
        ContrastWorkflow.Run(study, fits with { DataHash = null }, request, CancellationToken.None).DataHash.ShouldBeNull();
    }

    [Fact]
    public void A_published_judge_is_a_point()
    {
        using var study = Fitted();
        var view = Run(study, [Names[0], "published:human"]);
        view.Points.ShouldBe(["published:human"]);
        var row = view.Rows[0];
        var fit = new FitStore(study).Shown().Single(fit => fit.Subject.Judge == Names[0]);
        row.Difference.ShouldBe(fit.PosteriorMeans.Values[row.Property] - PublishedJudges.MeanWeights("human").Values[row.Property], 1e-12);
        row.Low.ShouldNotBeNull();
        var points = Run(study, ["published:human", "published:gpt-4-1106-preview"]);
        points.Rows.ShouldAllBe(one => one.Low == null && one.BootstrapLow == null);
        points.Rows.Count(one => one.Group == Contrast.Standardised).ShouldBe(29);
        points.NoBootstrap.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_not_there_is_told_with_what_is()
    {
        using var study = Fitted();
        Should.Throw<RequestException>(() => Run(study, [Names[0], "nobody"])).Message.ShouldContain("nobody");
        Should.Throw<RequestException>(() => Run(study, [Names[0], "published:nobody"])).Message.ShouldContain("published:human");
        Should.Throw<RequestException>(() => Run(study, Names[..2], "Code")).Message.ShouldContain("'Code'");
        Should.Throw<RequestException>(() => Run(study, [Names[0]])).Message.ShouldContain("--groups");
        Should.Throw<RequestException>(() => Run(study, [Names[0]], "Code", "all")).Message.ShouldContain("'Code'");
        Should.Throw<RequestException>(() => Run(study, Names)).Message.ShouldContain("3 judges");
    }

    [Fact]
    public void Similarities_of_a_study_have_a_posterior_and_the_nearest_published_judges()
    {
        using var study = Fitted();
        var view = SimilarityWorkflow.OfStudy(study, "surface", SimilarityMetrics.Pearson, null);
        var document = SimilarityDocument.Of(view, new Provenance { Command = "similarity" });
        document.Low!.Count.ShouldBe(3);
        (document.Low[0][1] <= document.Median![0][1] && document.Median[0][1] <= document.High![0][1]).ShouldBeTrue();
        document.IntervalsOf.ShouldNotBeNull();
        document.Nearest.Count.ShouldBe(15);
        SimilarityTables.Posterior(view)!.Rows.Count.ShouldBe(3);
        SimilarityDocument.Of(SimilarityWorkflow.Published(SimilarityMetrics.Pearson, null), new Provenance { Command = "similarity" }).Low.ShouldBeNull();
    }

    [Fact]
    public void A_writer_that_wrote_everything_on_one_side_is_pointed_at_and_can_be_held_fixed()
    {
        using var folder = new StudyFolder();
        using var study = folder.Open();
        var random = new Random(1);
        string Answer(bool longer, int number) => longer ? $"Answer {number}. " + string.Concat(Enumerable.Repeat("It goes on and on for a while. ", 6)) : $"Answer {number}.";
        StudyFolder.Import(study, Enumerable.Range(0, 200).Select(i =>
            StudyFolder.Vote($"Question {i}?", Answer(true, i), Answer(random.NextDouble() < 0.1, i + 1000), random.NextDouble() < 0.8 ? Verdict.A : Verdict.B, "judge")
            with
            {
                ModelA = "big",
                ModelB = i % 2 == 0 ? "small" : "tiny",
            }));
        AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        var examined = DoctorWorkflow.Run(study, CancellationToken.None);
        examined.WriterSides.ShouldHaveSingleItem().SideA.ShouldBe(new("big", 1));
        examined.Advice.ShouldContain(advice => advice.Contains("big wrote 100 % of the responses on side A", StringComparison.Ordinal));
        examined.Advice.ShouldContain(advice => advice.Contains("is nearly told by", StringComparison.Ordinal));

        var controlled = Request with { Options = Request.Options with { Control = Prefdissect.Dissecting.Writers.Control.Model } };
        var fit = FitWorkflow.Run(study, controlled, null, CancellationToken.None).Fitted.ShouldHaveSingleItem();
        fit.Writers.Select(strength => strength.Writer).ShouldBe(["big", "small", "tiny"]);
        var view = DissectWorkflow.Run(study, new DissectRequest());
        view.Stale.ShouldBeEmpty();
        var document = DissectDocument.Of(view, new Provenance { Command = "dissect" });
        document.Writers.Count.ShouldBe(3);
        document.Weights.ShouldAllBe(weight => weight.DesignEffect > 0 && weight.RobustLow <= weight.Low);
        document.Fits[0].Control.ShouldBe("model");
        new FitStore(study).Draws(fit)!.Properties.ShouldBe(fit.Weights.Select(weight => weight.Property));
        FitWorkflow.Run(study, Request, null, CancellationToken.None).Fitted.ShouldHaveSingleItem("another option is another fit");
    }

    private static ContrastView Run(Study study, IReadOnlyList<string> judges, params string[] groups) =>
        ContrastWorkflow.Run(study, new ContrastRequest { Judges = judges, Groups = groups, Annotator = "surface", Replicates = 30 }, CancellationToken.None);

    private Study Fitted()
    {
        var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        FitWorkflow.Run(study, Request with { Groups = [Group.All] }, null, CancellationToken.None);
        return study;
    }
}
