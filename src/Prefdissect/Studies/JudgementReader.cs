using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Judging;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads how judges were asked and what they answered.</summary>
public sealed class JudgementReader(Study study)
{
    private const string Columns = """
        asked.pair_id AS Pair, round AS Round, ord AS Ord, state AS State, reason AS Reason, log_prob_a AS LogProbA, log_prob_b AS LogProbB, bounded AS Bounded, mass AS Mass, said AS Said,
        rationale AS Rationale, prompt_tokens AS PromptTokens, answer_tokens AS AnswerTokens, seconds AS Seconds, left_out AS LeftOut, answer AS Answer
        """;

    private SqliteConnection Connection => study.Connection;

    /// <summary>The judges that were asked here, or whose readings came with their votes, by name.</summary>
    public IReadOnlyList<JudgeDescription> Descriptions() => [.. Connection
        .Query<string>("SELECT document FROM judge_description JOIN judge ON judge.id = judge_id ORDER BY judge.name COLLATE BINARY").Select(Parse)];

    /// <summary>How a judge is asked, or <see langword="null"/> for one with imported votes alone or none.</summary>
    public JudgeDescription? Description(string judge) => Connection
        .QuerySingleOrDefault<string>("SELECT document FROM judge_description JOIN judge ON judge.id = judge_id WHERE judge.name = @judge", new { judge }) is { } document ? Parse(document) : null;

    /// <summary>Whether a judge has votes that were imported, not asked for here.</summary>
    public bool HasImportedVotes(string judge) => Connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM vote JOIN judge ON judge.id = vote.judge_id JOIN source ON source.id = vote.source_id WHERE judge.name = @judge AND source.format <> 'judged')", new { judge });

    /// <summary>All readings of a judge with the row ids of their pairs: by pair, round and order.</summary>
    public IEnumerable<(long Pair, OrderReading Reading)> Readings(string judge) => Connection
        .Query<AskedRow>($"SELECT {Columns} FROM asked JOIN judge ON judge.id = asked.judge_id WHERE judge.name = @judge ORDER BY pair_id, round, ord", new { judge }, buffered: false)
        .Select(row => (row.Pair, row.Reading()));

    /// <summary>The readings of a judge on one pair: by round and order.</summary>
    public IReadOnlyList<OrderReading> Readings(string judge, long pair) => [.. Connection
        .Query<AskedRow>($"SELECT {Columns} FROM asked JOIN judge ON judge.id = asked.judge_id WHERE judge.name = @judge AND pair_id = @pair ORDER BY round, ord", new { judge, pair })
        .Select(row => row.Reading())];

    /// <summary>How far a judge is.</summary>
    public JudgementCounts Counts(string judge)
    {
        var (pairs, ties) = Connection.QuerySingle<(long, long)>(
            "SELECT COUNT(DISTINCT pair_id), COUNT(DISTINCT CASE verdict WHEN 0 THEN pair_id END) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = @judge", new { judge });
        var (bounded, shortened) = Connection.QuerySingle<(long, long)>(
            "SELECT COUNT(CASE WHEN bounded > 0 THEN 1 END), COUNT(DISTINCT CASE WHEN left_out > 0 THEN pair_id END) FROM asked JOIN judge ON judge.id = judge_id WHERE judge.name = @judge", new { judge });
        return new JudgementCounts((int)pairs, (int)ties, (int)bounded, (int)shortened, Reasons(judge, ReadingState.Failed), Reasons(judge, ReadingState.Skipped));
    }

    private IReadOnlyList<(string Reason, int Pairs)> Reasons(string judge, ReadingState state) => [.. Connection
        .Query<(string Reason, long Pairs)>(
            """
            SELECT COALESCE(reason, ''), COUNT(DISTINCT pair_id) FROM asked JOIN judge ON judge.id = judge_id WHERE judge.name = @judge AND state = @state
            GROUP BY reason ORDER BY COUNT(DISTINCT pair_id) DESC, reason COLLATE BINARY
            """, new { judge, state = (int)state }).Select(row => (row.Reason, (int)row.Pairs))];

    private static JudgeDescription Parse(string document) => JsonSerializer.Deserialize(document, StudyJson.Default.JudgeDescription)!;

    private sealed record AskedRow
    {
        public long Pair { get; init; }

        public long Round { get; init; }

        public long Ord { get; init; }

        public long State { get; init; }

        public string? Reason { get; init; }

        public double? LogProbA { get; init; }

        public double? LogProbB { get; init; }

        public long Bounded { get; init; }

        public double? Mass { get; init; }

        public long? Said { get; init; }

        public string? Rationale { get; init; }

        public long? PromptTokens { get; init; }

        public long? AnswerTokens { get; init; }

        public double? Seconds { get; init; }

        public long LeftOut { get; init; }

        public byte[]? Answer { get; init; }

        public OrderReading Reading() => new((AskedOrder)Ord)
        {
            Round = (int)Round,
            State = (ReadingState)State,
            Reason = Reason,
            LogProbA = LogProbA,
            LogProbB = LogProbB,
            IsBoundedA = (Bounded & 1) != 0,
            IsBoundedB = (Bounded & 2) != 0,
            Mass = Mass,
            Said = Said switch { null => null, > 0 => Verdict.A, < 0 => Verdict.B, _ => Verdict.Tie },
            Rationale = Rationale,
            PromptTokens = (int?)PromptTokens,
            AnswerTokens = (int?)AnswerTokens,
            Seconds = Seconds,
            LeftOut = (int)LeftOut,
            Answer = Answer is null ? null : ContentHash.FromBytes(Answer),
        };
    }
}
