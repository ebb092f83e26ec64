using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>A temporary folder for studies, and short ways to fill and read them.</summary>
public sealed class StudyFolder : IDisposable
{
    public static VoteSource Votes { get; } = new("votes.csv", "table", Simulated: false);

    public string Folder { get; } = Directory.CreateTempSubdirectory("prefdissect-study-").FullName;

    public string Path => this["my.study"];

    public string this[string name] => System.IO.Path.Combine(Folder, name);

    public Study Open() => Study.OpenOrCreate(Path);

    public static Vote Vote(string query, string a, string b, Verdict verdict, string? judge = null) =>
        new() { Query = new Query(query), A = new Response(a), B = new Response(b), Verdict = verdict, Judge = judge };

    /// <summary>Imports votes as one file would, and gives the row ids of their pairs.</summary>
    public static List<long> Import(Study study, IEnumerable<Vote> votes, VoteSource? source = null)
    {
        using var write = study.BeginWrite();
        using var writer = write.Votes(source ?? Votes);
        var ids = votes.Select(writer.Add).ToList();
        writer.Complete();
        write.Commit();
        return ids;
    }

    /// <summary>Every vote in the file with what it hangs on, independent of row ids, as the judge saw the sides; and how often it was given.</summary>
    public static SortedDictionary<string, int> Contents(Study study)
    {
        var rows = study.Connection.Query<Row>("""
            SELECT query.text AS Query, query.earlier AS Earlier, one.text AS One, two.text AS Two, judge.name AS Judge, scenario AS Scenario, metadata AS Metadata,
                verdict AS Verdict, first_is_a AS FirstIsA, margin AS Margin, model_first AS ModelFirst, model_second AS ModelSecond, count AS Count
            FROM vote JOIN pair ON pair.id = pair_id JOIN query ON query.id = query_id JOIN response AS one ON one.id = first_id JOIN response AS two ON two.id = second_id
            JOIN judge ON judge.id = judge_id JOIN context ON context.id = context_id
            """);
        var contents = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (a, b, sign) = row.FirstIsA == 1 ? (row.One, row.Two, 1) : (row.Two, row.One, -1);
            var (modelA, modelB) = row.FirstIsA == 1 ? (row.ModelFirst, row.ModelSecond) : (row.ModelSecond, row.ModelFirst);
            var verdict = (sign * row.Verdict) switch { 1 => Verdict.A, -1 => Verdict.B, _ => Verdict.Tie };
            var margin = row.Margin is { } log ? (double?)((sign * log) + 0.0) : null;
            contents.Add(Line(row.Query + row.Earlier, a, b, row.Judge, verdict, margin, modelA, modelB, row.Scenario, row.Metadata), (int)row.Count);
        }
        return contents;
    }

    /// <summary>The line that <see cref="Contents"/> gives for a vote of one turn without metadata.</summary>
    public static string Line(Vote vote) => Line(
        vote.Query.Text, vote.A.Text, vote.B.Text, vote.Judge ?? "human", vote.Verdict, vote.Margin, vote.ModelA, vote.ModelB, vote.Scenario, "{}");

    public static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>Opens the file as any SQLite program would.</summary>
    public static SqliteConnection Foreign(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Line(params object?[] parts) => string.Join('\u001f', parts.Select(part => FormattableString.Invariant($"{part}")));

    private sealed class Row
    {
        public string Query { get; init; } = "";
        public string? Earlier { get; init; }
        public string One { get; init; } = "";
        public string Two { get; init; } = "";
        public string Judge { get; init; } = "";
        public string? Scenario { get; init; }
        public string Metadata { get; init; } = "";
        public long Verdict { get; init; }
        public long FirstIsA { get; init; }
        public double? Margin { get; init; }
        public string? ModelFirst { get; init; }
        public string? ModelSecond { get; init; }
        public long Count { get; init; }
    }
}
