using System.Globalization;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Properties;
using Property = Prefdissect.Properties.Property;

namespace Prefdissect.Tests.Dissecting;

/// <summary>The whole way from ratings to weights, held against posteriors that Stan drew.</summary>
public class GoldPosteriorTests
{
    [Theory]
    [InlineData("n360")]
    [InlineData("n740")]
    public void Ratings_and_votes_give_the_posterior_that_Stan_gives(string data)
    {
        var reference = SharedFolder.ReferenceOrSkip();
        var rows = Table(Path.Combine(reference, $"data_{data}.csv"));
        var gold = Table(Path.Combine(reference, $"stan_gold_{data}_4x20000.csv"));
        Property[] properties = [.. Enumerable.Range(1, 29).Select(i => new Property($"x{i}", $"x{i}", PropertyKind.Basic, ComparisonRule.MoreIsMore, "A column."))];
        var judged = rows.Select((row, i) => new JudgedPair(
            PlantedVotes.Compared(properties, i, [.. properties.Select(property => (int)Number(row, property.Name))]),
            Number(row, "y") == 1 ? new VoteCounts(1, 0, 0) : new VoteCounts(0, 1, 0)));
        var fit = ((SampledFit)Dissection.Fit(new FitSubject("gold", "all", new AnnotatorIdentity("none", "1")), Design.Build(properties, judged), new DissectionOptions())).Fit;

        fit.Health.Problems.ShouldBeEmpty();
        fit.Weights.Count.ShouldBe(29);
        foreach (var (weight, expected) in fit.Weights.Zip(gold))
        {
            var meanError = Math.Sqrt(Math.Pow(weight.Posterior.McseMean!.Value, 2) + Math.Pow(Number(expected, "mcse_mean"), 2));
            var sdError = Math.Sqrt(Math.Pow(weight.Posterior.McseSd!.Value, 2) + Math.Pow(Number(expected, "mcse_sd"), 2));
            Math.Abs(weight.Mean - Number(expected, "mean")).ShouldBeLessThan(4.5 * meanError, weight.Property);
            Math.Abs(weight.Sd - Number(expected, "sd")).ShouldBeLessThan(4.5 * sdError, weight.Property);
        }
    }

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Table(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return
        [
            .. lines.Skip(1).Where(line => line.Length > 0)
                .Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First.Trim('"'), cell => cell.Second)),
        ];
    }
}
