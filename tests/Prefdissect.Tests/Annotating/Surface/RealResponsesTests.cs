using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace Prefdissect.Tests.Annotating.Surface;

public class RealResponsesTests(ITestOutputHelper output)
{
    [Fact]
    public void Ratings_tell_real_responses_apart()
    {
        var responses = AutoJ();
        var watch = Stopwatch.StartNew();
        var ratings = responses.Select(Ratings.Annotator.Rate).ToList();
        var speed = responses.Count / watch.Elapsed.TotalSeconds;
        output.WriteLine($"{speed:N0} responses/s, beside whatever else runs now; the benchmark's figure counts");

        var rated = ratings.Where(row => row[0].IsMeasured).ToList();
        ((double)rated.Count / responses.Count).ShouldBeGreaterThan(0.97);
        foreach (var (index, name) in Ratings.Names.Index().SkipLast(1))
        {
            var shares = Enumerable.Range(0, 4).Select(level => (double)rated.Count(row => row[index].Value == level) / rated.Count).ToArray();
            output.WriteLine($"{name}: {string.Join(", ", shares.Select(share => share.ToString("P1")))}");
            shares.ShouldAllBe(share => share > 0, name);
            shares.Max().ShouldBeLessThan(0.985, name);
        }
    }

    private static List<string> AutoJ()
    {
        var responses = new List<string>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(SharedData.File("autoj", "testdata_pairwise.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            responses.Add(row.RootElement.GetProperty("response 1").GetString()!);
            responses.Add(row.RootElement.GetProperty("response 2").GetString()!);
        }
        return responses;
    }
}
