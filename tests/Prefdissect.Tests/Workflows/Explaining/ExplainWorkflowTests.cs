using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Tests.Workflows.Explaining;

public sealed class ExplainWorkflowTests : IDisposable
{
    private static readonly FitRequest Request = new() { Annotator = "surface", Options = new DissectionOptions { Chains = 2, Warmup = 100, Draws = 150, Folds = FoldScheme.None } };
    private static readonly string[] Names = [.. SimulatedStudyFile.Judges.Select(judge => judge.Name)];

    private readonly SimulatedStudyFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Every_pair_of_a_fit_is_explained_with_the_features_of_its_design()
    {
        using var study = Fitted();
        var fit = new FitStore(study).Shown().First(one => one.Subject.Judge == Names[0]);
        var design = Design.Build(Rated(study).Properties, Rated(study).ByGroup(Names[0])[Group.All]);
        for (var row = 0; row < design.Rows; row += 17)
        {
            var explanation = Run(study, design.Pair(row).ToString(), Names[0]);
            var judge = explanation.Judges.ShouldHaveSingleItem();
            explanation.Pair.Hash.ShouldBe(design.Pair(row));
            judge.Explained.Properties.Select(share => share.Property).ShouldBe(design.Properties.Select(property => property.ShortName));
            judge.Explained.Properties.Select(share => (sbyte)share.Feature).ShouldBe(design.Features(row).ToArray());
            var logOdds = fit.Weights.Zip(design.Features(row).ToArray(), (weight, x) => weight.Mean * x).Sum();
            judge.Explained.Probability.ShouldBe(1 / (1 + Math.Exp(-logOdds)), 1e-12);
            (0.5 + judge.Explained.Properties.Sum(share => share.Shapley)).ShouldBe(judge.Explained.Probability, 1e-11);
            judge.Votes!.Value.First.ShouldBe((int)design.FirstWins(row));
            (judge.Stale, judge.Simulated).ShouldBe((false, true));
            (judge.Explained.Low < judge.Explained.High || logOdds == 0).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_pair_is_named_by_the_beginning_of_its_id()
    {
        using var study = Fitted();
        var hash = Rated(study).Pairs.First().Pair.ToString();
        Run(study, hash[..6].ToUpperInvariant()).Pair.Hash.ToString().ShouldBe(hash);
        Run(study, $" {hash} ").Judges.Count.ShouldBe(Names.Length);
        PairFeatures.Of(study, hash[..6], AnnotatorIdentity.Surface, PropertySet.Published.All).ShouldBe(Run(study, hash).Features, ignoreOrder: true);
        Should.Throw<RequestException>(() => Run(study, hash[..5])).Message.ShouldContain("6 or more");
        Should.Throw<RequestException>(() => Run(study, "not hexadecimal")).Message.ShouldContain("prefdissect samples");
        Should.Throw<RequestException>(() => Run(study, "ffffffffffff")).Message.ShouldContain("no pair");
    }

    [Fact]
    public void Published_judges_are_added_without_intervals_and_say_what_they_leave_out()
    {
        using var study = Fitted();
        var hash = Rated(study).Pairs.First().Pair.ToString();
        var explanation = ExplainWorkflow.Run(study, new ExplainRequest { Pair = hash, Judges = [Names[0]], Published = ["human"], Groups = [Group.All, "nowhere"] }, CancellationToken.None);
        explanation.Judges.Select(judge => judge.Judge).ShouldBe([Names[0], "published:human"]);
        var published = explanation.Judges[1];
        (published.IsPublished, published.Explained.Low, published.Stale).ShouldBe((true, null, null));
        (published.LeftOut.Count + published.Explained.Properties.Count).ShouldBe(29);
        explanation.NotExplained.ShouldContain(not => not.Judge == "published:human" && not.Group == "nowhere");
        Run(study, hash, "published:human").Judges.ShouldHaveSingleItem();
        Should.Throw<RequestException>(() => Run(study, hash, "published:nobody")).Message.ShouldContain("published:human");
        Should.Throw<RequestException>(() => Run(study, hash, "nobody")).Message.ShouldContain(Names[0]);
    }

    [Fact]
    public void A_model_of_a_group_that_the_pair_is_not_in_is_said_to_be_one()
    {
        using var study = Fitted();
        var hash = Rated(study).Pairs.First().Pair.ToString();
        var groups = Prefdissect.Workflows.Samples.PairDetailsWorkflow.Run(study, hash).Groups;
        var (own, other) = (groups.First(Group.PublishedScenarios.Contains), Group.PublishedScenarios.First(group => !groups.Contains(group)));
        IReadOnlyList<string> Warned(string group) => ExplainWorkflow.Run(study, new ExplainRequest { Pair = hash, Judges = ["published:human"], Groups = [group] }, CancellationToken.None).Warnings;
        Warned(own).ShouldBeEmpty();
        Warned(Group.All).ShouldBeEmpty();
        Warned(other).ShouldHaveSingleItem().ShouldContain($"not in group '{other}'");
    }

    [Fact]
    public void A_fit_with_a_property_that_is_not_rated_on_the_pair_does_not_apply()
    {
        using var study = Fitted();
        var pair = Rated(study).Pairs.First();
        using (var command = study.Connection.CreateCommand())
        {
            command.CommandText = "DELETE FROM response_rating WHERE response_id = (SELECT first_id FROM pair WHERE hash = $hash) AND property_id = (SELECT id FROM property WHERE name = 'lengthy')";
            command.Parameters.AddWithValue("$hash", pair.Pair.ToBytes());
            command.ExecuteNonQuery().ShouldBe(1);
        }
        var explanation = ExplainWorkflow.Run(study, new ExplainRequest { Pair = pair.Pair.ToString(), Published = ["human"] }, CancellationToken.None);
        explanation.NotExplained.Count.ShouldBe(Names.Length);
        explanation.NotExplained.ShouldAllBe(not => not.Reason.Contains("lengthy"));
        explanation.Judges.ShouldHaveSingleItem().LeftOut.ShouldContain("lengthy");
    }

    [Fact]
    public void A_study_that_is_too_large_to_check_says_that_nothing_is_known()
    {
        using var study = Fitted();
        var request = new ExplainRequest { Pair = Rated(study).Pairs.First().Pair.ToString(), MostPairsToCheck = 0 };
        ExplainWorkflow.Run(study, request, CancellationToken.None).Judges.ShouldAllBe(judge => judge.Stale == null);
    }

    [Fact]
    public void An_explanation_is_told_as_table_document_and_figure()
    {
        using var study = Fitted();
        var explanation = ExplainWorkflow.Run(study, new ExplainRequest { Pair = Rated(study).Pairs.First().Pair.ToString(), Published = ["human"] }, CancellationToken.None);
        var provenance = new Provenance { Command = "explain", Data = explanation.DataHash };
        using var json = new StringWriter();
        DocumentJson.Write(json, ExplainDocument.Of(explanation, provenance));
        json.ToString().ShouldContain("\"shapleyLow\"");
        ExplanationTables.Csv(explanation).Rows.Count.ShouldBe(explanation.Judges.Sum(judge => judge.Explained.Properties.Count));
        ExplanationTables.Overview(explanation).Rows.Count.ShouldBe(explanation.Judges.Count);
        foreach (var judge in explanation.Judges)
        {
            foreach (var scale in Enum.GetValues<ShareScale>())
            {
                var figure = WaterfallFigure.Of(explanation, judge, scale, provenance);
                figure.End.ShouldBe(scale == ShareScale.Probability ? judge.Explained.Probability : judge.Explained.LogOdds, 1e-11);
                figure.ToSvg(new Prefdissect.Figures.Canvas()).ShouldContain("<svg");
            }
        }
    }

    private Study Fitted()
    {
        var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, Request);
        return study;
    }

    private static RatedStudy Rated(Study study) => new(study, new StudyReader(study).Annotators().Single(annotator => annotator.Id == "surface"));

    private static Explanation Run(Study study, string pair, params string[] judges) => ExplainWorkflow.Run(study, new ExplainRequest { Pair = pair, Judges = judges }, CancellationToken.None);
}
