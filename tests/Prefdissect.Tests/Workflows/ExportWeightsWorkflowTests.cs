using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

public sealed class ExportWeightsWorkflowTests : IDisposable
{
    private static readonly FitRequest OfAll = new() { Annotator = "surface", Groups = ["all"] };

    private readonly SimulatedStudyFile files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(ExportedWeight.FoldMean)]
    [InlineData(ExportedWeight.Mean)]
    public void Weights_that_are_written_are_read_again_to_the_last_digit(ExportedWeight weight)
    {
        using var study = Rated();
        SimulatedStudyFile.Fit(study, OfAll);
        var result = ExportWeightsWorkflow.Run(study, new DissectRequest { Annotator = "surface" }, weight, files["weights"]);
        (result.Fits, result.LeftOut.Count, result.Annotator).ShouldBe((SimulatedStudyFile.Judges.Count, 0, "surface"));
        result.Files.ShouldHaveSingleItem().ShouldEndWith("model_all_fitted_paras.jsonl");
        var read = WeightsFolder.Read(files["weights"]).ToDictionary(weights => weights.Judge);
        foreach (var fit in new FitStore(study).Shown())
        {
            var expected = weight == ExportedWeight.Mean ? fit.PosteriorMeans : fit.FoldMeans!;
            read[fit.Subject.Judge].Values.OrderBy(value => value.Key).ShouldBe(expected.Values.OrderBy(value => value.Key));
        }
    }

    [Fact]
    public void A_fit_without_folds_has_no_fold_means_to_write_and_the_way_out_is_named()
    {
        using var study = Rated();
        SimulatedStudyFile.Fit(study, OfAll with { Options = SimulatedStudyFile.Few with { Folds = FoldScheme.None } });
        Should.Throw<RequestException>(() => ExportWeightsWorkflow.Run(study, new DissectRequest { Annotator = "surface" }, ExportedWeight.FoldMean, files["weights"]))
            .Message.ShouldContain("--weight mean");
        Directory.Exists(files["weights"]).ShouldBeFalse();
    }

    private Study Rated()
    {
        var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        return study;
    }
}
