using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Simulated studies: complete or not there, marked everywhere, and measured against the truth that they keep.</summary>
public sealed class SimulatedWorkTests : IDisposable
{
    private static readonly SimulationOptions Options = new(SimulatedStudyFile.Pairs, SimulatedStudyFile.Judges, 5);

    private readonly SimulatedStudyFile files = new();

    [Fact]
    public void A_simulation_is_kept_whole_votes_truth_and_ratings()
    {
        using var study = files.Simulated();
        var pairs = StudySimulator.Simulate(Options).ToList();
        var reader = new StudyReader(study);
        var counts = reader.Counts();
        (counts.Pairs, counts.Votes, counts.Judges).ShouldBe((300, 900, 3));
        counts.Ties.ShouldBe(pairs.Sum(pair => pair.Votes.Count(vote => vote.Verdict == Verdict.Tie)));
        foreach (var judge in Options.Judges)
        {
            PublishedProperties.All.Select(property => reader.PlantedWeights()[judge.Name][property.ShortName]).ShouldBe(judge.Weights);
        }
        var rated = new RatingReader(study, AnnotatorIdentity.Planted).Pairs().ToDictionary(entry => entry.Pair.Pair, entry => entry.Pair);
        foreach (var pair in pairs)
        {
            var aIsFirst = pair.Pair.First == pair.A;
            rated[pair.Pair.Hash].First.ShouldBe(aIsFirst ? pair.RatingsA : pair.RatingsB);
            rated[pair.Pair.Hash].Second.ShouldBe(aIsFirst ? pair.RatingsB : pair.RatingsA);
        }
    }

    [Fact]
    public void A_cancelled_simulation_leaves_nothing()
    {
        using var study = Study.OpenOrCreate(files["cancelled.study"]);
        using var cancellation = new CancellationTokenSource();
        var stop = new SimulatedStudyFile.Reports(_ => cancellation.Cancel());
        Should.Throw<OperationCanceledException>(() => SimulateWorkflow.Run(study, Options with { Pairs = 1200 }, stop, cancellation.Token));
        new StudyReader(study).Counts().ShouldBe(new StudyCounts());
        new StudyReader(study).IsSimulated().ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_simulated_into_a_study_that_holds_pairs()
    {
        using var study = Study.OpenOrCreate(files["real.study"]);
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        Should.Throw<RequestException>(() => SimulateWorkflow.Run(study, Options, null, CancellationToken.None)).Message.ShouldContain("not mixed");
        new StudyReader(study).Counts().Pairs.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_simulate_into_one_file_at_once_one_is_refused()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 2).Select(seed => Task.Run(() =>
        {
            using var study = Study.OpenOrCreate(files["both.study"]);
            try
            {
                return SimulateWorkflow.Run(study, Options with { Seed = (ulong)seed }, null, CancellationToken.None).Pairs;
            }
            catch (RequestException)
            {
                study.DiscardIfCreated();
                return 0;
            }
        })));
        outcomes.Order().ShouldBe([0, 300]);
        using var kept = Study.Open(files["both.study"]);
        new StudyReader(kept).Counts().Pairs.ShouldBe(300);
    }

    [Fact]
    public void What_is_shown_of_simulated_judges_is_marked_and_what_is_shown_of_others_is_not()
    {
        using var study = files.Simulated();
        var votes = StudySimulator.Simulate(Options).Select(pair => pair.Votes[0] with { Judge = "real", Verdict = pair.Index % 3 == 0 ? Verdict.A : Verdict.B });
        StudyFolder.Import(study, votes);
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all"] });
        var all = DissectWorkflow.Run(study, new DissectRequest());
        all.Simulated.ShouldBeTrue();
        all.SimulatedJudges.ShouldBe(Options.Judges.Select(judge => judge.Name), ignoreOrder: true);
        all.PlantedWeight("real", "lengthy").ShouldBeNull();
        all.PlantedWeight("sim-longform", "lengthy").ShouldBe(0.8);
        DissectWorkflow.Run(study, new DissectRequest { Judges = ["real"] }).Simulated.ShouldBeFalse();
        DissectWorkflow.Run(study, new DissectRequest { Judges = ["sim-person"] }).Simulated.ShouldBeTrue();
        DoctorWorkflow.Run(study, CancellationToken.None).Simulated.ShouldBeTrue();
        SimilarityWorkflow.OfStudy(study, null, Prefdissect.Dissecting.Similarities.SimilarityMetrics.Pearson, null).SimulatedJudges.Count.ShouldBe(3);
    }

    [Fact]
    public void Doctor_changes_nothing()
    {
        var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all"] });
        study.Dispose();
        var before = StudyFolder.HashOf(files["sim.study"]);
        using (var opened = Study.Open(files["sim.study"])) DoctorWorkflow.Run(opened, CancellationToken.None).Advice.ShouldContain(line => line.Contains("simulated", StringComparison.Ordinal));
        StudyFolder.HashOf(files["sim.study"]).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(files["sim.study"])!).ShouldBe([files["sim.study"]]);
    }

    [Fact]
    public void Doctor_counts_what_each_judge_and_group_allow()
    {
        using var study = files.Simulated();
        var examined = DoctorWorkflow.Run(study, CancellationToken.None).Annotators.ShouldHaveSingleItem();
        examined.Annotator.ShouldBe(AnnotatorIdentity.Planted);
        var pairs = StudySimulator.Simulate(Options).ToList();
        var severe = SimulatedPairs.Id("no severe errors");
        foreach (var (index, judge) in Options.Judges.Index())
        {
            foreach (var scenario in Group.PublishedScenarios)
            {
                var own = pairs.Where(pair => pair.Scenario == scenario).ToList();
                var group = examined.Groups.Single(entry => entry.Judge == judge.Name && entry.Group == scenario);
                group.Pairs.ShouldBe(own.Count);
                group.UsablePairs.ShouldBe(own.Count(pair => pair.Votes[index].Verdict != Verdict.Tie && pair.RatingsA[severe].IsMeasured && pair.RatingsB[severe].IsMeasured));
            }
        }
    }

    [Fact]
    public void Agreement_with_what_was_planted_is_that_of_an_independent_count()
    {
        using var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        var agreement = DoctorWorkflow.Run(study, CancellationToken.None).SurfaceAgreement;
        var surface = new SurfaceAnnotator();
        agreement.Select(one => one.Property).ShouldBe(surface.Properties.Select(property => property.ShortName));
        var texts = StudySimulator.Simulate(Options)
            .SelectMany(pair => new[] { (pair.A.Text, Planted: pair.RatingsA), (pair.B.Text, Planted: pair.RatingsB) })
            .Select(response => (Surface: surface.Rate(response.Text), response.Planted)).ToList();
        foreach (var (column, property) in surface.Properties.Index())
        {
            if (property.ShortName == "lengthy") continue;
            var id = SimulatedPairs.Id(property.ShortName);
            var both = texts.Where(text => text.Surface[column].IsMeasured && text.Planted[id].IsMeasured).Select(text => (text.Surface[column].Value, text.Planted[id].Value)).ToList();
            var kappa = agreement[column].Ratings;
            kappa!.Count.ShouldBe(both.Count, property.ShortName);
            kappa.Value.ShouldBe(Annotating.Agreement.Concordance(both), 1e-9, property.ShortName);
        }
        var lengthy = agreement.Single(one => one.Property == "lengthy");
        lengthy.Ratings.ShouldBeNull("a count of words has no levels");
        lengthy.Comparisons!.Value.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Attenuation_is_the_slope_of_the_fitted_on_the_true_weights()
    {
        using var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest { Annotator = "planted", Groups = ["all"] });
        SimulatedStudyFile.Fit(study, new FitRequest { Annotator = "surface", Groups = ["all"] });
        var attenuation = DoctorWorkflow.Run(study, CancellationToken.None).Attenuation;
        attenuation.Select(one => (one.Judge, one.Annotator)).ShouldBe(
            Options.Judges.SelectMany(judge => new[] { (judge.Name, "planted"), (judge.Name, "surface") }), ignoreOrder: true);
        foreach (var one in attenuation)
        {
            var fit = new FitStore(study).Shown().Single(shown => shown.Subject.Judge == one.Judge && shown.Subject.Annotator.Id == one.Annotator && shown.Subject.Group == "all");
            var truth = Options.Judges.Single(judge => judge.Name == one.Judge).Weights;
            var points = fit.Weights.Select(weight => (X: truth[SimulatedPairs.Id(weight.Property)], Y: weight.Mean)).ToList();
            one.Slope.ShouldBe(points.Sum(point => point.X * point.Y) / points.Sum(point => point.X * point.X), 1e-12);
            one.Correlation.ShouldBe(MathNet.Numerics.Statistics.Correlation.Pearson(points.Select(point => point.X), points.Select(point => point.Y)), 1e-9);
            (one.Pairs, one.Properties).ShouldBe((fit.Design.Pairs, points.Count));
        }
    }

    public void Dispose() => files.Dispose();

    private static class SimulatedPairs
    {
        public static int Id(string shortName) => PublishedProperties.All.ToList().IndexOf(PublishedProperties.Of(shortName));
    }
}
