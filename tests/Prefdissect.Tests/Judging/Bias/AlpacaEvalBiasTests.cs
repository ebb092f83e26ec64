using System.IO.Compression;
using System.Text.Json;
using Prefdissect.Importing;
using Prefdissect.Judging;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Tests.Judging.Bias;

/// <summary>The published judgements of GPT-4-Turbo, asked in random order, with the log-probabilities of its first token.</summary>
public sealed class AlpacaEvalBiasTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-alpaca-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_preference_follows_from_the_log_probabilities_to_1e_9()
    {
        var (rows, turned, straight, either) = (0, 0, 0, 0);
        foreach (var file in Files())
        {
            using var votes = VoteFile.Open(file, new ImportOptions());
            var told = votes.Rows(CancellationToken.None).Cast<ReadRow>().Select(row => row.FirstToken).ToList();
            foreach (var (row, reading) in Raw(file).Zip(told))
            {
                if (Letters(row) is not { } letters)
                {
                    reading.ShouldBeNull();
                    continue;
                }
                rows++;
                var share = letters.Second / (letters.First + letters.Second);
                var preference = row.GetProperty("preference").GetDouble();
                var (asFirst, asSecond) = (Math.Abs(preference - (1 + share)) <= 1e-9, Math.Abs(preference - (2 - share)) <= 1e-9);
                (asFirst || asSecond).ShouldBeTrue($"{file}: {preference} and {share}");
                if (asFirst && asSecond) either++;
                else if (asFirst) straight++;
                else turned++;
                if (asFirst == asSecond) reading.ShouldBeNull();
                else reading.ShouldNotBeNull().AStoodFirst.ShouldBe(asFirst);
            }
        }
        (rows, either).ShouldBe((4816, 3));
        // Orders were drawn at random.
        straight.ShouldBeInRange(2250, 2560);
        (straight + turned + either).ShouldBe(rows);
    }

    [Fact]
    public void The_position_bias_of_GPT_4_Turbo_is_for_the_second_and_adjusting_narrows_it()
    {
        using var study = Study.OpenOrCreate(Path.Combine(folder, "a.study"));
        Import(study).Files.ShouldAllBe(file => file.Failure == null);
        var judge = JudgesWorkflow.Run(study, new JudgesRequest(), null, CancellationToken.None).Judges.ShouldHaveSingleItem();
        (judge.Judge.Kind, judge.Judge.AsksBothOrders).ShouldBe((JudgeKind.Imported, false));
        judge.OrderShift.Mean.ShouldBeNull();
        judge.FlipRate.Mean.ShouldBeNull();
        judge.PositionShare.High!.Value.ShouldBeLessThan(0.5);
        var (plain, adjusted) = (judge.RandomOrderShift, judge.AdjustedOrderShift);
        plain.High!.Value.ShouldBeLessThan(0);
        adjusted.High!.Value.ShouldBeLessThan(0);
        (adjusted.High - adjusted.Low)!.Value.ShouldBeLessThan((plain.High - plain.Low)!.Value / 2);
        adjusted.Mean!.Value.ShouldBe(HalfDifference(), 0.15);
    }

    [Fact]
    public void Importing_again_adds_no_reading()
    {
        using var study = Study.OpenOrCreate(Path.Combine(folder, "a.study"));
        Import(study);
        var reader = new JudgementReader(study);
        var judge = reader.Descriptions().ShouldHaveSingleItem().Name;
        var readings = reader.Readings(judge).ToList();
        // Rows whose outputs are the same texts are one pair with one reading.
        readings.Count.ShouldBe(4780);
        Import(study);
        reader.Readings(judge).ShouldBe(readings);
    }

    private static ImportResult Import(Study study) => ImportWorkflow.Run(study, new ImportRequest(Files(), new ImportOptions(), BadRows.RefuseFile), null, CancellationToken.None);

    /// <summary>Half the difference of the mean log-odds for the model under test between the orders, pair by pair as the file has them.</summary>
    private static double HalfDifference()
    {
        var (first, second) = (new List<double>(), new List<double>());
        foreach (var file in Files())
        {
            foreach (var row in Raw(file))
            {
                if (Letters(row) is not { First: > 0, Second: > 0 } letters) continue;
                var (share, preference) = (letters.Second / (letters.First + letters.Second), row.GetProperty("preference").GetDouble());
                if (Math.Abs(share - 0.5) < 1e-9) continue;
                var logOddsOfSecond = Math.Log(letters.Second / letters.First);
                if (Math.Abs(preference - (1 + share)) <= 1e-9) second.Add(logOddsOfSecond);
                else first.Add(-logOddsOfSecond);
            }
        }
        return (first.Average() - second.Average()) / 2;
    }

    private static (double First, double Second)? Letters(JsonElement row)
    {
        if (row.GetProperty("raw_completion") is not { ValueKind: JsonValueKind.Object } raw) return null;
        var tokens = raw.GetProperty("logprobs").GetProperty("content")[0].GetProperty("top_logprobs").EnumerateArray()
            .ToDictionary(token => token.GetProperty("token").GetString()!, token => Math.Exp(token.GetProperty("logprob").GetDouble()));
        return (tokens.GetValueOrDefault("m"), tokens.GetValueOrDefault("M"));
    }

    private static IReadOnlyList<JsonElement> Raw(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return [.. JsonDocument.Parse(packed).RootElement.EnumerateArray()];
    }

    private static IReadOnlyList<string> Files() => [.. Directory.GetFiles(SharedFolder.DataOrSkip("alpaca_eval"), "*.annotations.json.gz").Order(StringComparer.Ordinal)];
}
