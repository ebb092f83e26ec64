namespace Prefdissect.Cli.Tests;

/// <summary>Processes that are killed or interrupted, and several at one study.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rows = 100_000;

    private readonly CommandLine line = new();

    [Fact]
    public async Task An_import_killed_at_any_time_leaves_the_study_as_it_was_and_a_rerun_completes_it()
    {
        var study = line["my.study"];
        (await CommandLine.Run("import", line.Votes("few.csv", 50), "-s", study)).Succeeded();
        var before = (await CommandLine.Json("doctor", study)).GetRawText();
        var large = line.Votes("large.csv", Rows, first: 50);
        var killed = 0;
        foreach (var delay in new[] { 0.3, 0.8, 1.5, 2.5 })
        {
            var import = line.Start("import", large, "-s", study);
            await Task.Delay(TimeSpan.FromSeconds(delay / 2));
            (await CommandLine.Json("doctor", study)).GetProperty("pairs").GetInt32().ShouldBe(50, "others see the old state meanwhile");
            await Task.Delay(TimeSpan.FromSeconds(delay / 2));
            if (import.HasExited) break;
            await CommandLine.Kill(import);
            killed++;
            (await CommandLine.Json("doctor", study)).GetRawText().ShouldBe(before);
        }
        killed.ShouldBeGreaterThanOrEqualTo(2);
        var done = await CommandLine.Json("import", large, "-s", study);
        (done.GetProperty("pairs").GetInt32(), done.GetProperty("added").GetProperty("votes").GetInt32()).ShouldBe((Rows + 50, Rows));
    }

    [Fact]
    public async Task An_import_killed_while_it_makes_the_study_is_no_obstacle()
    {
        var votes = line.Votes("votes.csv", 20_000);
        foreach (var delay in new[] { 100, 160, 220, 300, 400 })
        {
            var import = line.Start("import", votes, "-s", line["new.study"]);
            await Task.Delay(delay);
            await CommandLine.Kill(import);
        }
        (await CommandLine.Json("import", votes, "-s", line["new.study"])).GetProperty("pairs").GetInt32().ShouldBe(20_000);
    }

    [Fact]
    public async Task A_fit_that_was_killed_goes_on_and_ends_with_the_digits_of_an_uninterrupted_one()
    {
        string[] fit =
        [
            "fit", "--annotator", "planted", "--group", "all", "--group", "Code", "--group", "Advice", "--group", "Others",
            "--chains", "2", "--warmup", "100", "--draws", "3000", "--threads", "1",
        ];
        var (study, whole) = (await line.Simulated("killed.study", 400), await line.Simulated("whole.study", 400));
        var run = line.Start([.. fit, "-s", study]);
        for (var fits = 0; fits < 2 && !run.HasExited; fits = (await CommandLine.Json("doctor", study)).GetProperty("fits").GetInt32()) await Task.Delay(50);
        run.HasExited.ShouldBeFalse();
        await CommandLine.Kill(run);

        var again = await CommandLine.Json([.. fit, "-s", study]);
        again.GetProperty("reused").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
        (again.GetProperty("reused").GetInt32() + again.GetProperty("fitted").GetInt32()).ShouldBe(12);
        var uninterrupted = await CommandLine.Json([.. fit, "-s", whole]);
        uninterrupted.GetProperty("reused").GetInt32().ShouldBe(0);
        (await Weights(study)).ShouldBe(await Weights(whole));
        async Task<string> Weights(string of) => (await CommandLine.Json("dissect", "-s", of, "--annotator", "planted")).GetProperty("weights").GetRawText();
    }

    [Theory]
    [InlineData("cut.study", "simulate", "--pairs", "1000000", "-s", "cut.study")]
    [InlineData("cut.study", "import", "large.csv", "-s", "cut.study")]
    [InlineData("demo/demo.study", "demo", "--out", "demo")]
    public async Task Control_C_ends_with_130_and_a_word(string study, params string[] work)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        line.Votes("large.csv", Rows);
        var process = line.Start(work);
        await AtWork(process, line[study]);
        var outcome = await CommandLine.Interrupt(process);
        outcome.Code.ShouldBe(130, outcome.Error);
        outcome.Out.ShouldBe("");
        outcome.Error.ShouldContain("Cancelled");
        outcome.Error.ShouldNotContain("   at ");
        File.Exists(line["cut.study"]).ShouldBeFalse("a study made for nothing is taken away");
    }

    [Fact]
    public async Task Control_C_while_it_fits_ends_with_130_and_keeps_what_was_fitted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        var study = await line.Simulated("my.study", 300);
        var process = line.Start("fit", "-s", study, "--annotator", "planted", "--draws", "10000000", "--threads", "2");
        await AtWork(process, study + "-shm");
        var outcome = await CommandLine.Interrupt(process);
        outcome.Code.ShouldBe(130, outcome.Error);
        outcome.Error.ShouldContain("Cancelled");
        (await CommandLine.Json("doctor", study)).GetProperty("pairs").GetInt32().ShouldBe(300);
    }

    [Fact]
    public async Task Two_processes_that_make_and_fill_one_study_both_succeed()
    {
        var outcomes = await Task.WhenAll(new[] { 0, 500 }.Select(first => CommandLine.End(line.Start("import", line.Votes($"from{first}.csv", 500, first), "-s", "both.study"))));
        foreach (var outcome in outcomes) outcome.Succeeded();
        (await CommandLine.Json("doctor", line["both.study"])).GetProperty("pairs").GetInt32().ShouldBe(1000);
    }

    public void Dispose() => line.Dispose();

    /// <summary>Waits until a process has opened its study, and a little longer.</summary>
    private static async Task AtWork(System.Diagnostics.Process process, string file)
    {
        while (!File.Exists(file) && !process.HasExited) await Task.Delay(20);
        await Task.Delay(300);
        process.HasExited.ShouldBeFalse();
    }
}
