using System.Globalization;
using CsvHelper;
using Prefdissect.Pairs;
using Prefdissect.Simulating;

namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>The votes of docs/samples/simulated-votes.csv: two simulated judges on composed texts, in columns that a map has to name.</summary>
internal static class SampleVotes
{
    public const string Path = "docs/samples/simulated-votes.csv";

    private const int Pairs = 400;
    private const ulong Seed = 7;
    private const int LongestText = 1100;

    public static string Csv()
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var name in new[] { "question", "left", "right", "verdict", "who", "topic" }) csv.WriteField(name);
        csv.NextRecord();
        foreach (var vote in Votes())
        {
            csv.WriteField(vote.Query.Text);
            csv.WriteField(vote.A.Text);
            csv.WriteField(vote.B.Text);
            csv.WriteField(vote.Verdict switch { Verdict.A => "L", Verdict.B => "R", _ => "draw" });
            csv.WriteField(vote.Judge);
            csv.WriteField(vote.Scenario);
            csv.NextRecord();
        }
        csv.Flush();
        return text.ToString();
    }

    /// <summary>Short pairs keep the file small enough to look at; every judge votes on half of them.</summary>
    private static IEnumerable<Vote> Votes()
    {
        var judges = SimulatedJudges.Named.Where(judge => judge.Name is "sim-formatter" or "sim-charmer").ToList();
        return StudySimulator.Simulate(new SimulationOptions(20 * Pairs, judges, Seed))
            .Where(pair => pair.A.Text.Length < LongestText && pair.B.Text.Length < LongestText)
            .Take(Pairs)
            .Select((pair, i) => pair.Votes[i % judges.Count]);
    }
}
