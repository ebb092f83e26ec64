using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Prefdissect.Properties;
using Prefdissect.Scripted;
using Prefdissect.Simulating;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A judge behind a server whose tastes and biases are known: what it was given is what has to be found.</summary>
public sealed partial class PlantedJudgeTests : IDisposable
{
    private const int Pairs = 700;
    private const double Position = 1.2;
    private const ulong Seed = 4;
    private static readonly Dictionary<string, double> Tastes = new() { ["lengthy"] = 0.8, ["well formatted"] = 0.6, ["polite"] = -0.5, ["authoritative"] = 0.5 };

    private readonly CommandLine line = new();

    [Fact]
    public async Task Its_position_bias_its_length_bias_and_its_weights_are_recovered_from_the_planted_ratings()
    {
        await line.Simulated("judged.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Letter = Letter() });
        (await CommandLine.Run("judge", "-s", line["judged.study"], "--model", "scripted", "--base-url", server.Url, "--name", "j")).Succeeded();
        (await CommandLine.Run("fit", "-s", line["judged.study"], "--judge", "j", "--annotator", "planted", "--group", "all")).Succeeded();

        var judge = (await CommandLine.Json("judges", "-s", line["judged.study"], "--judge", "j", "--annotator", "planted")).GetProperty("judges")[0];
        Figure(judge, "orderShift", "mean").ShouldBe(Position, 0.01, "a letter that is not among those returned is bounded");
        Figure(judge, "positionShare", "low").ShouldBeGreaterThan(0.6);
        Figure(judge, "flipRate", "low").ShouldBeGreaterThan(0.2);
        Figure(judge, "longerWins", "low").ShouldBeGreaterThan(0.5);
        Tastes["lengthy"].ShouldBeInRange(Figure(judge, "lengthBesideOthers", "low"), Figure(judge, "lengthBesideOthers", "high"));

        var weights = (await CommandLine.Json("dissect", "-s", line["judged.study"], "--judge", "j", "--annotator", "planted")).GetProperty("weights").EnumerateArray().ToList();
        foreach (var weight in weights)
        {
            var planted = Tastes.GetValueOrDefault(weight.GetProperty("property").GetString()!);
            weight.GetProperty("mean").GetDouble().ShouldBe(planted, 0.35, weight.GetProperty("property").GetString());
            if (planted != 0) Math.Sign(planted).ShouldBe(Math.Sign(weight.GetProperty(planted > 0 ? "low" : "high").GetDouble()), weight.GetProperty("property").GetString());
        }
        weights.Count(Holds).ShouldBeGreaterThanOrEqualTo((int)(0.85 * weights.Count));
    }

    public void Dispose() => line.Dispose();

    private static bool Holds(JsonElement weight)
    {
        var planted = Tastes.GetValueOrDefault(weight.GetProperty("property").GetString()!);
        return weight.GetProperty("low").GetDouble() <= planted && planted <= weight.GetProperty("high").GetDouble();
    }

    private static double Figure(JsonElement judge, string measure, string field) => judge.GetProperty(measure).GetProperty(field).GetDouble();

    // The noise of a vote belongs to the pair and not to the order, so that only the position differs between the orders.
    private static Func<string, double> Letter()
    {
        var tastes = PublishedProperties.All.Select(property => Tastes.GetValueOrDefault(property.ShortName)).ToArray();
        var odds = new Dictionary<(string, string), double>();
        foreach (var pair in StudySimulator.Simulate(new SimulationOptions(Pairs, [], Seed)))
        {
            var wanted = pair.Features.Zip(tastes, (feature, taste) => feature * taste).Sum() + Logistic(pair.A.Text + "\n" + pair.B.Text);
            odds[(pair.A.Text, pair.B.Text)] = wanted;
            odds[(pair.B.Text, pair.A.Text)] = -wanted;
        }
        return text => Response().Matches(text) is [.., var a, var b] ? Position + odds[(a.Groups["text"].Value, b.Groups["text"].Value)] : 0;
    }

    private static double Logistic(string text)
    {
        var share = (BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + 0.5) / (uint.MaxValue + 1.0);
        return Math.Log(share / (1 - share));
    }

    [GeneratedRegex(@"\[(?<code>[0-9a-f]{16}) BEGIN RESPONSE [AB]\]\n(?<text>.*?)\n\[\k<code> END RESPONSE [AB]\]", RegexOptions.Singleline)]
    private static partial Regex Response();
}
