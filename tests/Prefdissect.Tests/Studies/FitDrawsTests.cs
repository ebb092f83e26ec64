using Dapper;
using Prefdissect.Annotating.Surface;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Dissecting;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Studies;

/// <summary>What is kept of a fit besides its summary.</summary>
public sealed class FitDrawsTests : IDisposable
{
    private static readonly DissectionOptions Short = new() { Chains = 2, Warmup = 50, Draws = 100 };

    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-draws").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Draws_come_back_to_the_bit_and_agree_with_the_summary()
    {
        using var study = Rated();
        var fit = FitWorkflow.Run(study, Request, null, CancellationToken.None).Fitted.ShouldHaveSingleItem();
        var store = new FitStore(study);
        var draws = store.Draws(fit)!;
        (draws.Chains, draws.DrawsPerChain, draws.Properties.Count).ShouldBe((2, 100, fit.Weights.Count));
        draws.Properties.ShouldBe(fit.Weights.Select(weight => weight.Property));
        foreach (var weight in fit.Weights)
        {
            var values = draws.Weight(weight.Property)!.Values.ToArray();
            values.Average().ShouldBe(weight.Mean, 1e-7);
            values.Count(value => value > 0).ShouldBe((int)Math.Round(200 * weight.Posterior.ProbabilityPositive));
        }
        store.Draws(fit.Subject)!.Values.ToArray().ShouldBe(draws.Values.ToArray());
        draws.Weight("no such property").ShouldBeNull();
    }

    [Fact]
    public void Thinned_draws_are_evenly_spaced_ones_of_every_chain()
    {
        var draws = new FitDraws(["a", "b"], 2, [.. Enumerable.Range(0, 2 * 10 * 2).Select(i => (float)i)]);
        var thinned = draws.Thinned(5);
        (thinned.Chains, thinned.DrawsPerChain).ShouldBe((2, 2));
        thinned.Values.ToArray().ShouldBe([0, 1, 10, 11, 20, 21, 30, 31]);
        draws.Thinned(20).ShouldBeSameAs(draws);
    }

    [Fact]
    public void A_fit_without_draws_is_made_again()
    {
        using var study = Rated();
        var fit = FitWorkflow.Run(study, Request, null, CancellationToken.None).Fitted.ShouldHaveSingleItem();
        study.Connection.Execute("DELETE FROM fit_draws");
        new FitStore(study).Draws(fit).ShouldBeNull();
        new FitStore(study).Shown().ShouldHaveSingleItem("it is still shown");
        FitWorkflow.Run(study, Request, null, CancellationToken.None).Fitted.ShouldHaveSingleItem();
        FitWorkflow.Run(study, Request, null, CancellationToken.None).Reused.ShouldHaveSingleItem();
        new FitStore(study).Draws(fit).ShouldNotBeNull();
    }

    [Fact]
    public void The_draws_shown_are_those_of_the_fit_asked_for_last()
    {
        using var study = Rated();
        FitWorkflow.Run(study, Request, null, CancellationToken.None);
        var other = FitWorkflow.Run(study, Request with { Options = Short with { Draws = 60 } }, null, CancellationToken.None).Fitted.ShouldHaveSingleItem();
        new FitStore(study).Draws(other.Subject)!.DrawsPerChain.ShouldBe(60);
        var first = FitWorkflow.Run(study, Request, null, CancellationToken.None).Reused.ShouldHaveSingleItem();
        new FitStore(study).Draws(other.Subject)!.DrawsPerChain.ShouldBe(100);
        (new FitStore(study).Draws(first)!.DrawsPerChain, new FitStore(study).Draws(other)!.DrawsPerChain).ShouldBe((100, 60));
    }

    [Fact]
    public void Draws_that_do_not_fill_their_chains_are_refused()
    {
        Should.Throw<ArgumentException>(() => new FitDraws(["a", "b"], 2, new float[6]));
        Should.Throw<ArgumentException>(() => new FitDraws(["a", "a"], 1, new float[4]));
        Should.Throw<ArgumentException>(() => new FitDraws(["a"], 1, [1, float.NaN]));
        var draws = FitDraws.Of(["a", "b"], new PosteriorDraws(2, 2, [1, 2, 3, 4, 5, 6, 7, 8e149]));
        draws.Draw(2).ToArray().ShouldBe([5, 6]);
        draws.Weight("a")!.Values.ToArray().ShouldBe([1, 3, 5, 7]);
        draws.Values.ToArray().ShouldAllBe(value => float.IsFinite(value));
    }

    private static FitRequest Request => new() { Judges = ["sim-formatter"], Groups = ["all"], Annotator = "surface", Options = Short };

    private Study Rated()
    {
        var study = Study.OpenOrCreate(Path.Combine(folder, "a.study"));
        SimulateWorkflow.Run(study, new SimulationOptions(150, SimulatedJudges.Take(6, 1), 1), null, CancellationToken.None);
        AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        return study;
    }
}
