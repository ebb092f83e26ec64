using System.Diagnostics;
using Prefdissect.Annotating.Surface;
using Prefdissect.Properties;

namespace Prefdissect.Benchmarks.Annotating;

/// <summary>How the ratings of the surface annotator are spread over given responses, and how fast it makes them.</summary>
public static class SurfaceLevels
{
    private const int Rounds = 5;

    /// <summary>Prints the share of each rating as a Markdown table, the shares of texts left unrated, and the speed on one core.</summary>
    public static void Print(TextWriter output, IReadOnlyList<string> responses)
    {
        var annotator = new SurfaceAnnotator();
        var ratings = responses.Select(annotator.Rate).ToList();
        var rated = ratings.Where(row => row.Count(rating => rating.IsMeasured) == annotator.Properties.Count).ToList();
        output.Write($"{responses.Count:N0} responses, {responses.Average(text => text.Length):N0} characters on average; ");
        output.WriteLine($"{rated.Count:N0} rated, {responses.Count - rated.Count:N0} not English");
        output.WriteLine();
        output.WriteLine("| property | 0 | 1 | 2 | 3 |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (index, property) in annotator.Properties.Index())
        {
            if (property.Rule == ComparisonRule.Length) continue;
            var shares = Enumerable.Range(0, 4).Select(level => $"{100.0 * rated.Count(row => row[index].Value == level) / rated.Count:F1} %");
            output.WriteLine($"| {property.ShortName} | {string.Join(" | ", shares)} |");
        }
        var words = ratings.Select(row => row[^1].Value).Order().ToList();
        output.WriteLine();
        output.WriteLine($"length at the 10th, 50th, 90th percentile: {words[words.Count / 10]}, {words[words.Count / 2]}, {words[words.Count * 9 / 10]} words");
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var response in responses) annotator.Rate(response);
        }
        output.WriteLine($"{Rounds * responses.Count / watch.Elapsed.TotalSeconds:N0} responses/s on one core");
    }
}
