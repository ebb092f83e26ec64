using System.IO.Compression;
using System.Text.Json;

namespace Prefdissect.Benchmarks.Annotating;

/// <summary>The responses of the Auto-J and AlpacaEval files of the shared data folder, each text once.</summary>
public static class RealResponses
{
    /// <summary>Reads them from a folder; without one from <c>PREFDISSECT_DATA</c> or <c>../shared/data</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static IReadOnlyList<string> Read(string? folder)
    {
        folder ??= Environment.GetEnvironmentVariable("PREFDISSECT_DATA") ?? "../shared/data";
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. Name the data folder after the verb, or set PREFDISSECT_DATA.");
        return [.. AutoJ(Path.Combine(folder, "autoj", "testdata_pairwise.jsonl.gz")).Concat(AlpacaEval(Path.Combine(folder, "alpaca_eval"))).Distinct()];
    }

    private static IEnumerable<string> AutoJ(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.GetProperty("response 1").GetString()!;
            yield return row.RootElement.GetProperty("response 2").GetString()!;
        }
    }

    private static IEnumerable<string> AlpacaEval(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.annotations.json.gz").Order(StringComparer.Ordinal))
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var rows = JsonDocument.Parse(stream);
            foreach (var row in rows.RootElement.EnumerateArray())
            {
                foreach (var side in (string[])["output_1", "output_2"])
                {
                    if (row.GetProperty(side) is { ValueKind: JsonValueKind.String } text) yield return text.GetString()!;
                }
            }
        }
    }
}
