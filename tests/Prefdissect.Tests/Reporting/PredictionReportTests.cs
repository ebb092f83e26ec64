using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Tests.Dissecting;

namespace Prefdissect.Tests.Reporting;

public class PredictionReportTests
{
    private static readonly Lazy<JudgeFit> Fit = new(() => Fitted(FoldScheme.Query));

    [Fact]
    public void One_line_under_the_table_has_accuracy_baselines_and_what_they_are_of()
    {
        var line = DissectionTables.Of(Fit.Value, FitsByHand.View(Fit.Value)).Lines.Single(line => line.Kind == LineKind.Prediction).Text;
        var accuracy = Fit.Value.Folds!.Quality!.Model.Accuracy;
        line.ShouldContain($"accuracy {Rounded.Percent(accuracy.Value!.Value)} % [{Rounded.Percent(accuracy.Low!.Value)}, {Rounded.Percent(accuracy.High!.Value)}]");
        line.ShouldContain("length alone – (length is not in the fit)");
        line.ShouldContain("a coin 50 %");
        line.ShouldContain("0.693");
        line.ShouldContain("10 folds by query, 120 pairs, 60 queries");
    }

    [Fact]
    public void A_fit_without_folds_says_why_it_has_no_such_line()
    {
        var none = Fitted(FoldScheme.None);
        DissectionTables.Of(none, FitsByHand.View(none)).Lines.ShouldContain(line => line.Text == "no held-out accuracy: fitted without folds");
        var older = none with { Folds = null };
        DissectionTables.Of(older, FitsByHand.View(older)).Lines.ShouldContain(line => line.Text.Contains("run `prefdissect fit` again", StringComparison.Ordinal));
        var entry = FitEntry.Of(older, FitsByHand.View(older));
        (entry.HeldOutAccuracy, entry.BaselineAccuracy).ShouldBe((null, null));
        entry.Quality.Reason.ShouldNotBeNull();
    }

    [Fact]
    public void Folds_that_are_not_healthy_are_a_warning()
    {
        var fit = Fit.Value with { Folds = Fit.Value.Folds! with { Problems = ["Fold 3: The chains disagree.", "Fold 4: The chains disagree."] } };
        DissectionTables.Of(fit, FitsByHand.View(fit)).Lines.ShouldContain(line => line.Kind == LineKind.Warning && line.Text == "folds not healthy: Fold 3: The chains disagree. And 1 more");
    }

    [Fact]
    public void Documents_carry_the_numbers_of_the_folds()
    {
        var view = FitsByHand.View(Fit.Value);
        var document = DissectDocument.Of(view, new Provenance { Command = "dissect" });
        var quality = Fit.Value.Folds!.Quality!;
        (document.Fits[0].HeldOutAccuracy, document.Fits[0].BaselineAccuracy).ShouldBe((quality.Model.Accuracy.Value, null));
        document.Weights.Select(weight => weight.FoldMean).ShouldBe(Fit.Value.Folds.Means.Select(mean => (double?)mean));
        using var text = new StringWriter();
        DocumentJson.Write(text, document);
        text.ToString().ShouldContain("\"noLengthReason\": \"length is not in the fit\"");
    }

    [Fact]
    public void The_page_has_a_section_on_prediction()
    {
        using var page = new StringWriter();
        DissectionPage.Write(page, FitsByHand.View(Fit.Value), null, new Provenance { Command = "dissect" });
        var text = page.ToString();
        text.ShouldContain("How well votes are predicted");
        text.ShouldContain("Calibration: how often the favoured response won");
        text.ShouldContain(Rounded.Percent(Fit.Value.Folds!.Quality!.Model.Accuracy.Value!.Value));
    }

    private static JudgeFit Fitted(FoldScheme folds) => ((SampledFit)Dissection.Fit(
        new FitSubject("human", Group.All, new AnnotatorIdentity("surface", "1")),
        Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([0.8, 0, 0, 0, 0, 0], 120, seed: 1)),
        new DissectionOptions { Chains = 2, Warmup = 100, Draws = 100, Folds = folds })).Fit;
}
