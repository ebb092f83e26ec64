using Prefdissect.Bayes.Sampling;
using Prefdissect.Dissecting.Published;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Workflows.Bench;

namespace Prefdissect.Tests.Workflows.Bench;

public class PaperWorkloadTests
{
    private static readonly PaperWorkload MadeUp = PaperWorkload.Of(null);

    [Fact]
    public void Random_groups_have_the_published_sizes_and_the_scenarios_share_no_row()
    {
        AllRows(MadeUp, "Knowledge-aware").Length.ShouldBe(820);
        AllRows(MadeUp, "w_constraints").Length.ShouldBe(1418);
        AllRows(MadeUp, "express_feeling").Length.ShouldBe(121);
        Group.PublishedScenarios.SelectMany(scenario => AllRows(MadeUp, scenario)).Order().ShouldBe(Enumerable.Range(0, PaperWorkload.Pairs));
    }

    [Fact]
    public void Each_row_of_a_group_is_left_out_of_exactly_one_fold()
    {
        var left = Enumerable.Range(0, PaperWorkload.Folds).SelectMany(fold => AllRows(MadeUp, "Code").Except(MadeUp.RowsOf("Code", fold))).ToList();
        left.Order().ShouldBe(AllRows(MadeUp, "Code").Order());
    }

    [Fact]
    public void The_published_groups_are_taken_from_their_file()
    {
        var workload = PaperWorkload.Of(Path.Combine(SharedFolder.DataOrSkip("gair"), "query_aware_idxs.json"));
        PublishedJudges.Groups.Sum(group => AllRows(workload, group).Length).ShouldBe(5240 + 1418 + 459 + 401 + 388 + 121);
    }

    [Fact]
    public void A_file_without_the_groups_is_refused_with_its_name()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"Code": [1, 2]}""");
        Should.Throw<ImportException>(() => PaperWorkload.Of(file)).Message.ShouldContain(file);
        File.Delete(file);
    }

    [Fact]
    public void Votes_follow_the_weights_of_the_judge_in_the_scenario()
    {
        var rows = AllRows(MadeUp, "Exam Questions");
        var design = MadeUp.Design(rows);
        var weights = PublishedJudges.Weights("gpt-4-1106-preview", "Exam Questions");
        var strongest = PublishedProperties.All.Select((property, p) => (p, Weight: weights.Values[property.ShortName])).MaxBy(of => of.Weight).p;
        var votes = MadeUp.Votes["gpt-4-1106-preview"];
        double Share(int sign) => rows.Where((_, i) => design[i, strongest] == sign).Average(row => votes[row]);
        (Share(1) - Share(-1)).ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void A_short_run_counts_every_fit()
    {
        var options = new NutsOptions { Chains = 1, Warmup = 5, Draws = 12, MaxTreeDepth = 2, Parallelism = 2 };
        var result = PaperBenchWorkflow.Run(MadeUp, options, TimeProvider.System, null, TestContext.Current.CancellationToken);
        result.Fits.ShouldBe(33 * 16 * 10);
        result.Seconds.ShouldBeInRange(0, result.SecondsWithDiagnostics);
    }

    private static int[] AllRows(PaperWorkload workload, string group) =>
        [.. Enumerable.Range(0, PaperWorkload.Folds).SelectMany(fold => workload.RowsOf(group, fold)).Distinct()];
}
