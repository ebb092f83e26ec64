using System.Text.Json;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Tests.Reporting;

public sealed class DocumentJsonTests
{
    private static readonly Provenance Provenance = new() { Command = "dissect", Seed = 7, Data = "abc" };

    [Fact]
    public void Field_names_of_a_dissection_are_fixed()
    {
        var json = Json(DissectDocument.Of(FitsByHand.View(FitsByHand.Whole("human", Group.All, 1)).Simulated(), Provenance));
        Names(json).ShouldBe(["provenance", "simulated", "annotator", "fits", "weights", "nearest", "writers", "flaggedResponses", "unscannedResponses"]);
        Names(json.GetProperty("weights")[0]).ShouldBe(
        [
            "judge", "group", "property", "simulated", "pairs", "mean", "foldMean", "sd", "low", "median", "high", "designEffect", "robustLow", "robustHigh", "degree", "degreeLow", "degreeHigh", "degreeLow90", "degreeHigh90",
            "probabilityPositive", "verdict", "beyondLength", "beyondLengthLow", "beyondLengthHigh", "mcseMean", "essBulk", "essTail", "rHat", "planted", "corrected",
        ]);
        Names(json.GetProperty("fits")[0]).ShouldBe(
        [
            "judge", "group", "annotator", "simulated", "pairs", "votes", "prior", "ties", "flags", "flaggedPairs", "flaggedBySign", "unscannedPairs", "flagEffect", "control", "unknownWriters", "queries",
            "medianDesignEffect", "designEffectReason", "leftOut", "notFitted", "rHat", "essBulk", "essTail", "divergences", "kHat", "draws",
            "complaints", "liked", "disliked", "unclear", "expectedWrongSigns", "heldOutAccuracy", "baselineAccuracy", "quality", "stale", "data", "correction",
        ]);
        Names(json.GetProperty("provenance")).ShouldBe(["version", "command", "options", "data", "seed"]);
        json.GetProperty("simulated").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Numbers_come_back_to_the_last_digit()
    {
        var fit = FitsByHand.Whole("human", Group.All, 1);
        var json = Json(DissectDocument.Of(FitsByHand.View(fit), Provenance));
        for (var i = 0; i < fit.Weights.Count; i++) json.GetProperty("weights")[i].GetProperty("mean").GetDouble().ShouldBe(fit.Weights[i].Mean);
        json.GetProperty("weights")[0].GetProperty("planted").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void What_HTML_could_take_for_markup_is_escaped()
    {
        var text = Text(DissectDocument.Of(FitsByHand.View(FitsByHand.Fit("</script><b>&'", Group.All, FitsByHand.Weight("clear", 1))), Provenance));
        text.ShouldNotContain("</script>");
        text.ShouldContain(@"\u003C/script\u003E\u003Cb\u003E\u0026\u0027");
        text.ShouldEndWith("}\n");
        text.ShouldNotContain('\r');
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused() =>
        Should.Throw<ArgumentException>(() => Text(DissectDocument.Of(FitsByHand.View(FitsByHand.Fit("human", Group.All, FitsByHand.Weight("clear", double.NaN))), Provenance)));

    [Fact]
    public void What_is_not_a_document_is_refused() => Should.Throw<InvalidOperationException>(() => Text(new Version(1, 0)));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(field => field.Name);

    private static JsonElement Json<T>(T document) => JsonDocument.Parse(Text(document)).RootElement;

    private static string Text<T>(T document)
    {
        using var writer = new StringWriter();
        DocumentJson.Write(writer, document);
        return writer.ToString();
    }
}
