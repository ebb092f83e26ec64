using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads what a study says of one pair, besides ratings and readings.</summary>
/// <param name="study">The study.</param>
/// <param name="pair">Row id of the pair.</param>
public sealed class PairReader(Study study, long pair)
{
    private SqliteConnection Connection => study.Connection;

    /// <summary>Every vote, by judge.</summary>
    public IReadOnlyList<KeptVote> Votes() => [.. Connection.Query<VoteRow>(
        """
        SELECT judge.name AS Judge, verdict AS Verdict, count AS Count, first_is_a AS WasShownFirst, margin AS Margin, model_first AS WriterA, model_second AS WriterB, scenario AS Scenario,
            metadata AS Metadata, source.name AS Source, source.format AS Format, source.simulated AS Simulated
        FROM vote JOIN judge ON judge.id = vote.judge_id JOIN context ON context.id = vote.context_id JOIN source ON source.id = vote.source_id
        WHERE vote.pair_id = @pair ORDER BY judge.name COLLATE BINARY, vote.id
        """, new { pair }).Select(row => row.Vote())];

    /// <summary>The reference answers to its query, in the order in which they came.</summary>
    public IReadOnlyList<string> References() =>
        [.. Connection.Query<string>("SELECT text FROM reference_answer WHERE query_id = (SELECT query_id FROM pair WHERE id = @pair) ORDER BY source_id, text COLLATE BINARY", new { pair })];

    /// <summary>The scenario of its query as the classifier told it that counts; <see langword="null"/> where none did.</summary>
    public (string Scenario, string Group, string Classifier)? ToldScenario() => Connection
        .Query<(string Scenario, string Group, string Classifier)>(
            "SELECT scenario, grp, classifier FROM query_scenario WHERE query_id = (SELECT query_id FROM pair WHERE id = @pair)", new { pair })
        .Select(row => ((string, string, string)?)row).FirstOrDefault();

    /// <summary>Where the pair came from.</summary>
    public VoteSource Source()
    {
        var (name, format, simulated) = Connection.QuerySingle<(string, string, bool)>("SELECT name, format, simulated FROM source WHERE id = (SELECT source_id FROM pair WHERE id = @pair)", new { pair });
        return new VoteSource(name, format, simulated);
    }

    /// <summary>The signs of manipulation found in one of its responses; <see langword="null"/> where it was not looked through.</summary>
    public IReadOnlyList<ManipulationSign>? Signs(PairSide side)
    {
        var response = Connection.ExecuteScalar<long>($"SELECT {(side == PairSide.First ? "first_id" : "second_id")} FROM pair WHERE id = @pair", new { pair });
        if (!Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM response_scan WHERE response_id = @response)", new { response })) return null;
        return
        [
            .. Connection.Query<(string Kind, long Start, long Length)>("SELECT kind, start, length FROM response_flag WHERE response_id = @response ORDER BY start, kind COLLATE BINARY", new { response })
                .Where(row => Enum.IsDefined(typeof(ManipulationKind), row.Kind))
                .Select(row => new ManipulationSign(Enum.Parse<ManipulationKind>(row.Kind), (int)row.Start, (int)row.Length)),
        ];
    }

    private sealed record VoteRow
    {
        public required string Judge { get; init; }

        public long Verdict { get; init; }

        public long Count { get; init; }

        public bool WasShownFirst { get; init; }

        public double? Margin { get; init; }

        public string? WriterA { get; init; }

        public string? WriterB { get; init; }

        public string? Scenario { get; init; }

        public required string Metadata { get; init; }

        public required string Source { get; init; }

        public required string Format { get; init; }

        public bool Simulated { get; init; }

        public KeptVote Vote() => new(Judge, Verdict switch { > 0 => Pairs.Verdict.A, < 0 => Pairs.Verdict.B, _ => Pairs.Verdict.Tie }, Count)
        {
            WasShownFirst = WasShownFirst,
            Margin = Margin,
            WriterA = WriterA,
            WriterB = WriterB,
            Scenario = Scenario,
            Metadata = JsonSerializer.Deserialize(Metadata, StudyJson.Default.DictionaryStringString)!,
            Source = new VoteSource(Source, Format, Simulated),
        };
    }
}
