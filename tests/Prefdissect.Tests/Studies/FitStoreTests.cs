using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Tests.Dissecting;

namespace Prefdissect.Tests.Studies;

/// <summary>Which fits a study keeps, gives back and shows.</summary>
public sealed class FitStoreTests : IDisposable
{
    private static readonly AnnotatorIdentity Someone = new("someone", "1");
    private static readonly FitSubject Subject = new("judge", Group.All, Someone);
    private static readonly DissectionOptions Options = new() { Chains = 2, Warmup = 50, Draws = 50 };

    private readonly StudyFolder folder = new();
    private readonly Study study;
    private readonly FitStore store;

    public FitStoreTests()
    {
        study = folder.Open();
        store = new FitStore(study);
        var pair = StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A, "judge"), StudyFolder.Vote("q", "a", "b", Verdict.A, "another")])[0];
        foreach (var annotator in new[] { Someone, Someone with { Version = "2" } })
        {
            using var write = study.BeginWrite();
            using (var ratings = write.Ratings(annotator)) ratings.AddToPair(pair, PairSide.First, PublishedProperties.Of("polite"), Rating.Of(1));
            write.Commit();
        }
    }

    [Fact]
    public void A_fit_makes_the_round_trip_to_the_last_digit()
    {
        var sampled = Fit(Subject, Options);
        var fit = sampled.Fit;
        store.Keep(sampled);
        var shown = store.Shown().ShouldHaveSingleItem();
        shown.Weights.ShouldBe(fit.Weights);
        (shown.Subject, shown.Options, shown.DataHash).ShouldBe((fit.Subject, fit.Options, fit.DataHash));
        (shown.Health with { Problems = [] }).ShouldBe(fit.Health with { Problems = [] });
        shown.Health.Problems.ShouldBe(fit.Health.Problems);
        shown.Design.Properties.ShouldBe(fit.Design.Properties);
        store.Reuse(Subject, Options, fit.DataHash)!.Weights.ShouldBe(fit.Weights);
    }

    [Fact]
    public void A_fit_is_reused_for_the_same_subject_options_and_data_only()
    {
        var fit = Fit(Subject, Options);
        store.Keep(fit);
        store.Reuse(Subject, Options, fit.Fit.DataHash).ShouldNotBeNull();
        store.Reuse(Subject, Options with { Seed = 2 }, fit.Fit.DataHash).ShouldBeNull();
        store.Reuse(Subject, Options, ContentHash.Of("other data")).ShouldBeNull();
        store.Reuse(Subject with { Judge = "another" }, Options, fit.Fit.DataHash).ShouldBeNull();
        store.Reuse(Subject with { Group = "Code" }, Options, fit.Fit.DataHash).ShouldBeNull();
        store.Reuse(Subject with { Annotator = Someone with { Version = "2" } }, Options, fit.Fit.DataHash).ShouldBeNull();
    }

    [Fact]
    public void The_fit_asked_for_last_is_the_one_shown()
    {
        var (one, two) = (Fit(Subject, Options), Fit(Subject, Options with { Seed = 2 }));
        store.Keep(one);
        store.Keep(two);
        store.Shown().ShouldHaveSingleItem().Options.Seed.ShouldBe(2);
        store.Reuse(Subject, Options, one.Fit.DataHash).ShouldNotBeNull();
        store.Shown().ShouldHaveSingleItem().Options.Seed.ShouldBe(1);
        store.Reuse(Subject, Options with { Seed = 2 }, ContentHash.Of("other data")).ShouldBeNull();
        store.Shown().ShouldHaveSingleItem().Options.Seed.ShouldBe(1, "asking for what is not there shows nothing else");
    }

    [Fact]
    public void A_fit_on_new_data_replaces_the_one_on_old_data()
    {
        store.Keep(Fit(Subject, Options, seed: 1));
        var newer = Fit(Subject, Options, seed: 2);
        store.Keep(newer);
        store.Shown().ShouldHaveSingleItem().DataHash.ShouldBe(newer.Fit.DataHash);
        Dapper.SqlMapper.ExecuteScalar<int>(study.Connection, "SELECT COUNT(*) FROM fit").ShouldBe(1);
    }

    [Fact]
    public void Fits_are_shown_by_judge_and_group_all_first()
    {
        foreach (var (judge, group) in new[] { ("judge", "Code"), ("judge", "all"), ("another", "b"), ("another", "a"), ("another", "all") })
        {
            store.Keep(Fit(Subject with { Judge = judge, Group = group }, Options));
        }
        store.Keep(Fit(Subject with { Annotator = Someone with { Version = "2" } }, Options));
        store.Shown().Where(fit => fit.Subject.Annotator == Someone).Select(fit => (fit.Subject.Judge, fit.Subject.Group))
            .ShouldBe([("another", "all"), ("another", "a"), ("another", "b"), ("judge", "all"), ("judge", "Code")]);
        store.Shown().Count.ShouldBe(6);
    }

    public void Dispose()
    {
        study.Dispose();
        folder.Dispose();
    }

    private static SampledFit Fit(FitSubject subject, DissectionOptions options, int seed = 1) => (SampledFit)Dissection.Fit(
        subject, Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([0.5, 0, 0, -0.5, 0, 0], 30, seed)), options);
}
