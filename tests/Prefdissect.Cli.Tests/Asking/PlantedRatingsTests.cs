using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Prefdissect.Bayes.Tests;
using Prefdissect.Properties;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>Whether what comes out of an annotation is what was planted, however often servers fail and processes are killed.</summary>
public sealed class PlantedRatingsTests(ITestOutputHelper output)
{
    private static readonly string[] Annotate = ["--annotator", "llm", "--json"];
    private static readonly ScriptedOptions Faulty = new() { FaultShare = 0.1, Seed = 11 };

    [Fact]
    public async Task Faults_and_two_kills_leave_every_rating_as_planted_and_no_stored_answer_asked_again()
    {
        await using var study = await PlantedStudy.StartAsync(200, Faulty, "limits: { timeout-seconds: 6, longest-pause-seconds: 1, concurrency: 48 }");
        await Survives(study);
        await Recovers(study, "--chains", "2", "--warmup", "60", "--draws", "60");
    }

    [Fact, Trait(SlowSuite.Trait, SlowSuite.Slow)]
    public async Task Five_thousand_pairs_come_through_alike()
    {
        SlowSuite.Require();
        await using var study = await PlantedStudy.StartAsync(5000, Faulty, "limits: { timeout-seconds: 10, longest-pause-seconds: 2, concurrency: 64 }");
        await Survives(study);
        await Recovers(study);
    }

    private async Task Survives(PlantedStudy study)
    {
        for (var (round, missing) = (0, 1); round < 5 && missing > 0; round++) missing = (await study.InProcess("reference", "--retry-failed", "--json")).Json().GetProperty("missing").GetInt32();
        var began = (study.Server.Tally.Requests, study.Server.Tally.Answered);
        var pairs = (await CommandLine.Json("doctor", study.Path)).GetProperty("pairs").GetInt32();
        var clock = Stopwatch.StartNew();
        foreach (var perPair in new[] { 1.3, 2.9 }) await KilledAfter(study, began.Answered + (int)(perPair * pairs));
        var last = study.Start("annotate", Annotate);
        var watched = Watch(last, study);
        var outcome = await CommandLine.End(last);
        Report(study, began.Requests, clock.Elapsed, await watched);

        var document = outcome.Json();
        output.WriteLine($"failed: {string.Join(", ", document.GetProperty("failures").EnumerateArray().Select(failure => $"{failure.GetProperty("step")} {failure.GetProperty("reason")} {failure.GetProperty("count")}"))}");
        document.GetProperty("end").GetString().ShouldBe("complete", outcome.Error);
        (document.GetProperty("missing").GetInt32(), document.GetProperty("done").GetInt32() + document.GetProperty("failed").GetInt32()).ShouldBe((0, 5 * pairs));
        document.GetProperty("failures").EnumerateArray().ShouldAllBe(failure => !string.IsNullOrWhiteSpace(failure.GetProperty("reason").GetString()));
        document.GetProperty("failures").EnumerateArray().Sum(failure => failure.GetProperty("count").GetInt32()).ShouldBe(document.GetProperty("failed").GetInt32());
        study.SentAgainAfterStored().ShouldBeEmpty();
        study.Server.Tally.Faults.Count.ShouldBe(Enum.GetValues<Fault>().Length, "every kind of fault was met");
        var compared = study.Compare();
        output.WriteLine($"ratings done {compared.Done.Values.Sum()}, absent {compared.Absent}, mismatching {compared.Mismatches.Count}, answered twice {study.Server.Tally.AnsweredAgain}");
        compared.Mismatches.ShouldBeEmpty();
        compared.Done.Count.ShouldBe(PublishedProperties.All.Count);
        compared.Absent.ShouldBeGreaterThan(0, "a tenth of the answers was spoilt");
    }

    private async Task Recovers(PlantedStudy study, params string[] fit)
    {
        study.Server.Options = study.Server.Options with { FaultShare = 0 };
        (await study.Ask("reference", "--retry-failed", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        (await study.Annotate("--retry-failed", "--json")).Json().GetProperty("failed").GetInt32().ShouldBe(0);
        var compared = study.Compare();
        compared.Mismatches.ShouldBeEmpty();
        compared.Absent.ShouldBe(0);
        compared.Values.Keys.ShouldBe(PublishedProperties.All.Select(property => property.ShortName), ignoreOrder: true, "every property has values somewhere");
        foreach (var annotator in new[] { "llm", "planted" }) (await CommandLine.Run(["fit", "-s", study.Path, "--annotator", annotator, "--group", "all", .. fit])).Succeeded();
        var (told, planted) = (await Weights(study, PlantedStudy.Annotator), await Weights(study, "planted"));
        told.ShouldBe(planted);
        output.WriteLine($"{JsonDocument.Parse(told).RootElement.GetArrayLength()} weights, the same digits as from what was planted");
    }

    private static async Task<string> Weights(PlantedStudy study, string annotator) =>
        (await CommandLine.Json("dissect", "-s", study.Path, "--annotator", annotator)).GetProperty("weights").GetRawText();

    private async Task KilledAfter(PlantedStudy study, int answered)
    {
        var process = study.Start("annotate", Annotate);
        var watched = Watch(process, study);
        while (study.Server.Tally.Answered < answered && !process.HasExited) await Task.Delay(10);
        process.HasExited.ShouldBeFalse();
        process.Kill();
        var outcome = await CommandLine.End(process);
        outcome.Code.ShouldNotBe(0);
        output.WriteLine($"killed after {study.Server.Tally.Answered} answers, {study.Stored().Count} stored; {await watched}");
    }

    /// <summary>Memory of a process against the number of answers, where the system tells it.</summary>
    private static async Task<string> Watch(Process process, PlantedStudy study)
    {
        var (file, samples) = ($"/proc/{process.Id}/status", new List<string>());
        for (var wait = 1.0; ; wait = Math.Min(20, wait * 1.5))
        {
            try
            {
                var resident = (await File.ReadAllLinesAsync(file)).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
                if (resident is null) break;
                samples.Add($"{study.Server.Tally.Answered}: {int.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024} MB");
            }
            catch (IOException)
            {
                break;
            }
            await Task.Delay(TimeSpan.FromSeconds(wait));
        }
        return $"resident after so many answers: {string.Join(", ", samples)}";
    }

    private void Report(PlantedStudy study, int before, TimeSpan elapsed, string memory)
    {
        var tally = study.Server.Tally;
        output.WriteLine(memory);
        output.WriteLine($"{tally.Requests} requests in all, {tally.Requests - before} to annotate, {(tally.Requests - before) / elapsed.TotalSeconds:0} a second, at most {tally.Peak} at once");
        output.WriteLine($"injected {tally.Faults.Values.Sum()}: {string.Join(", ", tally.Faults.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}"))}");
    }
}
