using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Fitting a study: what is fitted, what is passed over, and that nothing but data and options decides the digits.</summary>
public sealed class FitWorkflowTests : IDisposable
{
    private static readonly FitRequest Planted = new() { Annotator = "planted" };

    private readonly SimulatedStudyFile files = new();

    [Theory]
    [InlineData("fits", 2, 0)]
    [InlineData("folds", int.MaxValue, 2)]
    public void Cancelled_after_some_fits_or_folds_it_reuses_them_and_ends_with_the_digits_of_an_uninterrupted_run(string stage, int fits, int folds)
    {
        using var whole = files.Simulated("whole.study");
        var made = SimulatedStudyFile.Fit(whole, Planted);
        made.Fitted.Count.ShouldBeGreaterThanOrEqualTo(3);
        made.Reused.ShouldBeEmpty();

        using var study = files.Simulated();
        using var cancellation = new CancellationTokenSource();
        var stop = new SimulatedStudyFile.Reports(progress =>
        {
            progress.Total.ShouldBe(made.Fitted.Count);
            if (progress.Stage == stage && progress.Done == 2) cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => FitWorkflow.Run(study, Planted with { Threads = 1, Options = SimulatedStudyFile.Few }, stop, cancellation.Token));
        var kept = new FitStore(study).Shown();
        (kept.Count, kept.Count(fit => fit.Folds is not null)).ShouldBe((Math.Min(fits, made.Fitted.Count), folds));

        var again = SimulatedStudyFile.Fit(study, Planted);
        (again.Reused.Count, again.Fitted.Count).ShouldBe((kept.Count, made.Fitted.Count - kept.Count));
        again.Reused.ShouldAllBe(fit => fit.Folds != null);
        SimulatedStudyFile.Digits(study).ShouldBe(SimulatedStudyFile.Digits(whole));
        SimulatedStudyFile.Fit(study, Planted).ShouldSatisfyAllConditions(third => third.Fitted.ShouldBeEmpty(), third => third.Reused.Count.ShouldBe(made.Fitted.Count));
    }

    [Fact]
    public void A_fit_cancelled_while_it_samples_ends_as_cancelled()
    {
        using var study = files.Simulated();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var endless = Planted with { Threads = 2, Options = SimulatedStudyFile.Few with { Draws = 1_000_000 } };
        Should.Throw<OperationCanceledException>(() => FitWorkflow.Run(study, endless, null, cancellation.Token));
        new FitStore(study).Shown().ShouldBeEmpty();
    }

    [Fact]
    public void Threads_and_the_order_of_files_and_rows_do_not_change_a_digit()
    {
        var votes = Prefdissect.Simulating.StudySimulator.Simulate(new(400, SimulatedStudyFile.Judges, 9)).SelectMany(pair => pair.Votes).ToList();
        var (one, two) = (votes.Take(600).ToList(), votes.Skip(600).ToList());
        var digits = new List<string>[3];
        foreach (var (run, parts, threads) in new[] { (0, new[] { one, two }, 1), (1, [two, one], 4), (2, [[.. votes.Select(vote => vote).Reverse()]], 2) })
        {
            using var study = Study.OpenOrCreate(files[$"order-{run}.study"]);
            foreach (var part in parts) StudyFolder.Import(study, part);
            SimulatedStudyFile.Annotate(study);
            SimulatedStudyFile.Fit(study, new FitRequest { Threads = threads, Groups = ["all", "Code", "Others"] });
            digits[run] = SimulatedStudyFile.Digits(study);
        }
        digits[0].ShouldNotBeEmpty();
        digits[1].ShouldBe(digits[0]);
        digits[2].ShouldBe(digits[0]);
    }

    [Fact]
    public void Groups_with_fewer_than_100_usable_pairs_are_passed_over_and_named()
    {
        using var study = files.Simulated();
        var result = SimulatedStudyFile.Fit(study, Planted);
        result.Fitted.Select(fit => fit.Subject.Group).ShouldContain(Group.All);
        result.Fitted.Where(fit => fit.Subject.Group != Group.All).ShouldAllBe(fit => fit.Design.Pairs >= 100);
        var code = result.SmallGroups.Single(small => small.Judge == "sim-longform" && small.Group == "Code");
        var pairs = Prefdissect.Simulating.StudySimulator.Simulate(new(SimulatedStudyFile.Pairs, SimulatedStudyFile.Judges, 5)).Where(pair => pair.Scenario == "Code").ToList();
        code.UsablePairs.ShouldBe(pairs.Count);
        result.SmallGroups.ShouldAllBe(small => small.UsablePairs < 100);
        var groups = result.SmallGroups.Select(small => (small.Judge, small.Group)).Concat(result.Fitted.Select(fit => (fit.Subject.Judge, fit.Subject.Group))).ToList();
        groups.ShouldBeUnique();
        groups.Count(entry => entry.Item1 == "sim-person").ShouldBe(groups.Count / 3, "every group is fitted or named");
    }

    [Fact]
    public void A_group_is_small_by_the_pairs_that_a_fit_could_use()
    {
        using var study = Study.OpenOrCreate(files["small.study"]);
        StudyFolder.Import(study, Enumerable.Range(0, 60).Select(i => StudyFolder.Vote(
            $"q{i}", string.Concat(Enumerable.Repeat("word ", 60 + i)), "a short answer", i < 40 ? Verdict.Tie : Verdict.A) with
        { Scenario = "Code" }));
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest()).SmallGroups.ShouldHaveSingleItem().ShouldBe(new SmallGroup("human", "Code", 20));
    }

    [Fact]
    public void A_judge_without_votes_in_a_group_asked_for_is_named_as_not_fitted()
    {
        using var study = Study.OpenOrCreate(files["two.study"]);
        StudyFolder.Import(study, Enumerable.Range(0, 40).Select(i => StudyFolder.Vote(
            $"q{i}", string.Concat(Enumerable.Repeat("word ", 60 + i)), "a short answer", Verdict.A, i < 20 ? "ann" : "bob") with
        { Scenario = i < 20 ? "Code" : "Advice" }));
        SimulatedStudyFile.Annotate(study);
        var result = SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["Code"] });
        result.Fitted.ShouldHaveSingleItem().Subject.Judge.ShouldBe("ann");
        var refused = result.Refused.ShouldHaveSingleItem();
        (refused.Subject.Judge, refused.Subject.Group).ShouldBe(("bob", "Code"));
        refused.Reason.ShouldContain("no votes");
    }

    [Fact]
    public void A_small_group_asked_for_by_name_is_fitted()
    {
        using var study = files.Simulated();
        var result = SimulatedStudyFile.Fit(study, Planted with { Groups = ["Code", "scenario=Advice"], Judges = ["sim-formatter"] });
        result.Fitted.Select(fit => (fit.Subject.Judge, fit.Subject.Group)).ShouldBe([("sim-formatter", "Advice"), ("sim-formatter", "Code")], ignoreOrder: true);
        result.Fitted.ShouldAllBe(fit => fit.Design.Pairs < 100);
        result.SmallGroups.ShouldBeEmpty();
    }

    [Fact]
    public void Ties_are_left_out_or_count_half_each_way_as_asked()
    {
        using var study = Study.OpenOrCreate(files["ties.study"]);
        StudyFolder.Import(study, Enumerable.Range(0, 60).Select(i => StudyFolder.Vote(
            $"q{i}", string.Concat(Enumerable.Repeat("word ", 60 + i)), "a short answer", i < 40 ? Verdict.Tie : Verdict.A)));
        SimulatedStudyFile.Annotate(study);
        var dropped = SimulatedStudyFile.Fit(study, new FitRequest()).Fitted.Single();
        var half = SimulatedStudyFile.Fit(study, new FitRequest { Options = SimulatedStudyFile.Few with { Ties = TieRule.Half } }).Fitted.Single();
        (dropped.Design.Pairs, dropped.Design.UsedVotes, dropped.Design.OnlyTies).ShouldBe((20, 20, 40));
        (half.Design.Pairs, half.Design.UsedVotes, half.Design.OnlyTies).ShouldBe((60, 60, 0));
        var (strong, weak) = (Length(dropped), Length(half));
        (strong > weak && weak > 0).ShouldBeTrue("ties say that length matters less");
        static double Length(JudgeFit fit) => fit.Weights.Single(weight => weight.Property == "lengthy").Mean;
    }

    [Fact]
    public void Names_that_the_study_does_not_know_are_refused_with_those_that_it_knows()
    {
        using var study = files.Simulated();
        Refused(() => SimulatedStudyFile.Fit(study, Planted with { Judges = ["nobody"] })).ShouldContain("no judge 'nobody'; it has sim-formatter, sim-longform, sim-person");
        var group = Refused(() => SimulatedStudyFile.Fit(study, Planted with { Groups = ["Nowhere"] }));
        (group.Contains("no group 'Nowhere'", StringComparison.Ordinal) && group.Contains("Code", StringComparison.Ordinal)).ShouldBeTrue(group);
        Refused(() => SimulatedStudyFile.Fit(study, new FitRequest { Annotator = "nobody" })).ShouldContain("no ratings by 'nobody'; it has planted");
        Refused(() => SimulatedStudyFile.Fit(study, new FitRequest())).ShouldContain("--annotator planted");
        Refused(() => DissectWorkflow.Run(study, new DissectRequest { Annotator = "planted" })).ShouldContain("Nothing is fitted yet");
        SimulatedStudyFile.Fit(study, Planted with { Groups = ["all"] });
        Refused(() => DissectWorkflow.Run(study, new DissectRequest { Annotator = "planted", Groups = ["Code"] })).ShouldContain("'Code' is not fitted; fitted are all");
        Refused(() => DissectWorkflow.Run(study, new DissectRequest { Annotator = "planted", Judges = ["nobody"] })).ShouldContain("no judge 'nobody'");
        using var empty = Study.OpenOrCreate(files["empty.study"]);
        Refused(() => SimulatedStudyFile.Fit(empty, new FitRequest())).ShouldContain("no votes yet");
    }

    [Fact]
    public void Fits_of_votes_that_changed_since_are_noticed_and_no_others()
    {
        using var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all", "Code"] });
        DissectWorkflow.Run(study, new DissectRequest()).Stale.ShouldBeEmpty();

        StudyFolder.Import(study, [StudyFolder.Vote("a new query", "one answer", "another, much longer answer with more words in it", Verdict.A, "sim-person") with { Scenario = "Advice" }]);
        SimulatedStudyFile.Annotate(study);
        DissectWorkflow.Run(study, new DissectRequest()).Stale.Select(subject => (subject.Judge, subject.Group)).ShouldBe([("sim-person", "all")]);

        var again = SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all", "Code"] });
        again.Fitted.Select(fit => (fit.Subject.Judge, fit.Subject.Group)).ShouldBe([("sim-person", "all")]);
        DissectWorkflow.Run(study, new DissectRequest()).Stale.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_fit_leaves_out_is_counted_anew_when_it_is_reused_or_shown()
    {
        using var study = Study.OpenOrCreate(files["counts.study"]);
        StudyFolder.Import(study, Enumerable.Range(0, 20).Select(i => StudyFolder.Vote($"q{i}", string.Concat(Enumerable.Repeat("word ", 60 + i)), "a short answer", Verdict.A)));
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest()).Fitted.ShouldHaveSingleItem().Design.OnlyTies.ShouldBe(0);

        StudyFolder.Import(study, [StudyFolder.Vote("tied", "one answer", "another answer", Verdict.Tie), StudyFolder.Vote("same", "one answer", "one answer", Verdict.A)]);
        SimulatedStudyFile.Annotate(study);
        var shown = DissectWorkflow.Run(study, new DissectRequest());
        shown.Stale.ShouldBeEmpty();
        Left(shown.Fits.ShouldHaveSingleItem()).ShouldBe((20, 22, 1, 1));
        Left(SimulatedStudyFile.Fit(study, new FitRequest()).Reused.ShouldHaveSingleItem()).ShouldBe((20, 22, 1, 1));
        static (int Pairs, int Judged, int OnlyTies, int Equal) Left(JudgeFit fit) => (fit.Design.Pairs, fit.Design.JudgedPairs, fit.Design.OnlyTies, fit.Design.EqualResponses);
    }

    [Fact]
    public async Task Looking_while_another_imports_and_rates_sees_one_state_each_time()
    {
        using var study = files.Simulated();
        SimulatedStudyFile.Annotate(study);
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all"] });
        using var done = new CancellationTokenSource();
        var importing = Task.Run(() =>
        {
            using var writer = Study.Open(study.Path);
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                StudyFolder.Import(writer, [StudyFolder.Vote($"query {i}", $"one {i}", $"two {i}", Verdict.A, "sim-person") with { Scenario = $"scenario {i % 50}" }]);
                if (i % 10 == 0) SimulatedStudyFile.Annotate(writer);
            }
        });
        for (var look = 0; look < 12; look++)
        {
            DissectWorkflow.Run(study, new DissectRequest()).Fits.Count.ShouldBe(3);
            if (look % 4 == 0) DoctorWorkflow.Run(study, CancellationToken.None).Judges.Count.ShouldBe(3);
        }
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all"], Judges = ["sim-person"] }).Fitted.Count.ShouldBe(1);
        await done.CancelAsync();
        await importing;
    }

    public void Dispose() => files.Dispose();

    private static string Refused(Action work) => Should.Throw<RequestException>(work).Message;
}
