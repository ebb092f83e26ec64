using System.IO.Compression;
using System.Text;
using Prefdissect.Importing;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Importing;

/// <summary>A temporary folder with files to import, and short ways to import them.</summary>
public sealed class ImportFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-import-").FullName;

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public static byte[] Gzip(string content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }

    public static List<ImportedRow> Rows(string path, ImportOptions? options = null)
    {
        using var file = VoteFile.Open(path, options ?? ImportOptions.Default);
        return [.. file.Rows(TestContext.Current.CancellationToken)];
    }

    public static List<Vote> Votes(string path, ImportOptions? options = null)
    {
        var rows = Rows(path, options);
        rows.OfType<RefusedRow>().Select(row => row.Reason).ShouldBeEmpty();
        return [.. rows.OfType<ReadRow>().SelectMany(row => row.Votes)];
    }

    public static RefusedRow OnlyRefusal(string path, ImportOptions? options = null) => Rows(path, options).OfType<RefusedRow>().ShouldHaveSingleItem();

    public static ImportException Refused(string path, ImportOptions? options = null) => Should.Throw<ImportException>(() => Rows(path, options));

    /// <summary>What a vote says, as one line: equal for equal votes.</summary>
    public static string Said(Vote vote) => string.Join('\u001f',
        [.. vote.Query.Turns.Select(turn => $"{turn.Role}:{turn.Text}"), vote.A.Text, vote.B.Text, vote.Verdict.ToString(), $"{vote.Judge}", $"{vote.Margin:R}",
            $"{vote.ModelA}", $"{vote.ModelB}", $"{vote.Scenario}", .. vote.Metadata.Select(pair => $"{pair.Key}={pair.Value}")]);

    public static List<string> Multiset(IEnumerable<Vote> votes) => [.. votes.Select(Said).Order(StringComparer.Ordinal)];

    public static string Data(string name)
    {
        var data = Environment.GetEnvironmentVariable("PREFDISSECT_DATA") ?? Path.Combine(RepositoryRoot(), "..", "shared", "data");
        var path = Path.Combine(data, name);
        if (!Path.Exists(path)) Assert.Skip($"No {name} in the data folder (PREFDISSECT_DATA, default ../shared/data).");
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string RepositoryRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Prefdissect.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("Prefdissect.slnx is in no folder above the tests.");
    }
}
