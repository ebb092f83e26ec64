using System.Text.Json;
using Prefdissect.Judging;
using Prefdissect.Simulating;
using Prefdissect.Studies;

namespace Prefdissect.Cli.Tests;

/// <summary><c>judges</c>: what it prints of judges that were asked and of judges with imported votes.</summary>
public sealed class JudgesVerbTests : IDisposable
{
    private const double Shift = 1.5;
    private readonly CommandLine line = new();

    [Fact]
    public async Task A_biased_judge_is_found_and_imported_votes_say_what_they_can()
    {
        var study = await Studied();
        var document = await CommandLine.Json("judges", "-s", study, "--people", "sim-person");
        document.GetProperty("simulated").GetBoolean().ShouldBeTrue();
        var judges = document.GetProperty("judges").EnumerateArray().ToDictionary(judge => judge.GetProperty("judge").GetString()!);
        judges.Keys.ShouldBe(["j<1>", "sim-formatter", "sim-longform", "sim-person"], ignoreOrder: true);
        var biased = judges["j<1>"];
        (biased.GetProperty("kind").GetString(), biased.GetProperty("pairs").GetInt32()).ShouldBe(("first token of a chat", 200));
        var shift = biased.GetProperty("orderShift");
        (Number(shift, "low") < Shift && Shift < Number(shift, "high")).ShouldBeTrue(shift.GetRawText());
        Number(biased.GetProperty("positionShare"), "low").ShouldBeGreaterThan(0.5);
        Number(biased.GetProperty("flipRate"), "mean").ShouldBe(Number(biased.GetProperty("positionAlone"), "mean"));
        biased.GetProperty("agreements").EnumerateArray().Count(with => with.GetProperty("isPerson").GetBoolean()).ShouldBe(1);
        biased.GetProperty("calibration").GetProperty("slope").GetProperty("n").GetInt32().ShouldBe(200);

        var imported = judges["sim-longform"];
        imported.GetProperty("kind").GetString().ShouldBe("imported votes");
        foreach (var name in new[] { "positionShare", "orderShift", "flipRate", "positionAlone", "randomOrderShift" })
        {
            imported.GetProperty(name).GetProperty("mean").ValueKind.ShouldBe(JsonValueKind.Null, name);
            imported.GetProperty(name).GetProperty("reason").GetString().ShouldNotBeNullOrEmpty(name);
        }
        foreach (var name in new[] { "labelShare", "tieShare", "longerWins" }) imported.GetProperty(name).GetProperty("n").GetInt32().ShouldBeGreaterThan(150, name);
    }

    [Fact]
    public async Task Tables_say_what_is_told_and_what_is_not()
    {
        var study = await Studied();
        var shown = (await CommandLine.Run("judges", "-s", study, "--judge", "j<1>")).Succeeded().Out;
        shown.ShouldContain("shift towards A, both orders");
        shown.ShouldContain("agrees with");
        shown.ShouldContain("not told, because nothing is rated yet");
        (await CommandLine.Run("judges", "-s", study)).Succeeded().Out.ShouldContain("Simulated votes are among these.");
        var table = (await CommandLine.Run("judges", "-s", study, "--csv")).Succeeded().Out.Split('\n');
        table[0].ShouldBe("judge,measure,mean,low,high,n,reason");
        table.ShouldContain(row => row.StartsWith("j<1>,alike with sim-person,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_length_weighs_is_told_after_a_fit()
    {
        var study = await line.Fitted("fitted.study", 200);
        var longform = (await CommandLine.Json("judges", "-s", study, "--judge", "sim-longform")).GetProperty("judges")[0];
        var weight = (await CommandLine.Json("dissect", "-s", study, "--judge", "sim-longform")).GetProperty("weights").EnumerateArray().Single(of => of.GetProperty("property").GetString() == "lengthy");
        Number(longform.GetProperty("lengthBesideOthers"), "mean").ShouldBe(Number(weight, "mean"));
        Number(longform.GetProperty("lengthAlone"), "mean").ShouldBeGreaterThan(0);
        longform.GetProperty("lengthAlone").GetProperty("n").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task The_own_model_may_be_named()
    {
        var study = await Studied();
        using (var opened = Study.OpenToRead(study)) new StudyReader(opened).WritersOf("j<1>").ShouldNotBeEmpty();
        var writer = StudySimulator.Simulate(new SimulationOptions(1, [], 4)).Single().WriterA;
        var own = (await CommandLine.Json("judges", "-s", study, "--judge", "j<1>", "--own", $"j<1>={writer}")).GetProperty("judges")[0];
        own.GetProperty("ownWins").GetProperty("n").GetInt32().ShouldBeGreaterThan(0);
        Number(own.GetProperty("selfPreference"), "mean").ShouldBe(Number(own.GetProperty("ownWins"), "mean") - Number(own.GetProperty("ownByOthers"), "mean"), 1e-9);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused()
    {
        var study = await line.Simulated("s.study", 20);
        (await CommandLine.Run("judges", "-s", study, "--judge", "nobody")).Refusal().ShouldContain("no judge 'nobody'");
        (await CommandLine.Run("judges", "-s", study, "--people", "nobody")).Refusal().ShouldContain("no judge 'nobody'");
        (await CommandLine.Run("judges", "-s", study, "--own", "nobody")).Refusal().ShouldContain("expected JUDGE=WRITER");
        (await CommandLine.Run("judges", "-s", study, "--annotator", "surface")).Refusal().ShouldContain("no ratings by 'surface'");
        (await CommandLine.Run("judges", "-s", study, "--json", "--csv")).Refusal().ShouldContain("not both");
    }

    public void Dispose() => line.Dispose();

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    /// <summary>A simulated study with a judge that was asked in both orders and favours A by a shift around 1.5.</summary>
    private async Task<string> Studied()
    {
        var study = await line.Simulated("judged.study", 200);
        using var opened = Study.OpenOrCreate(study);
        var ids = new JudgeVotesReader(opened).Pairs().Select(pair => pair.Pair).ToList();
        var random = new Random(3);
        using var write = opened.BeginWrite();
        using (var writer = write.Judgements(new JudgeDescription("j<1>", JudgeKind.Chat)))
        {
            foreach (var pair in ids)
            {
                var (taste, shift) = ((random.NextDouble() * 6) - 3, Shift + random.NextDouble() - 0.5);
                var reading = new PairReading(Asked(AskedOrder.FirstAsA, shift + taste), Asked(AskedOrder.SecondAsA, shift - taste));
                writer.Add(pair, reading.One!);
                writer.Add(pair, reading.Two!);
                writer.Vote(pair, reading);
            }
        }
        write.Commit();
        return study;
    }

    private static OrderReading Asked(AskedOrder order, double logOdds) => new(order)
    {
        LogProbA = -Math.Log(1 + Math.Exp(-logOdds)),
        LogProbB = -Math.Log(1 + Math.Exp(logOdds)),
        Mass = 1,
    };
}
