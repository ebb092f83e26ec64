using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>Reads pairs as judges saw them: which query and responses, how long these are, and what a judge voted.</summary>
public sealed class JudgeVotesReader(Study study)
{
    private const int AtOnce = 1000;

    private SqliteConnection Connection => study.Connection;

    /// <summary>Every pair: row ids of the pair, of its query and of its responses in canonical order.</summary>
    public IEnumerable<(long Pair, long Query, long First, long Second)> Pairs() =>
        Connection.Query<(long, long, long, long)>("SELECT id, query_id, first_id, second_id FROM pair ORDER BY id", buffered: false);

    /// <summary>Row ids of the pairs that a judge voted on or was asked about.</summary>
    public IReadOnlyList<long> PairsOf(string judge) => [.. Connection.Query<long>(
        "WITH who AS (SELECT id FROM judge WHERE name = @judge) SELECT pair_id FROM vote WHERE judge_id = (SELECT id FROM who) UNION SELECT pair_id FROM asked WHERE judge_id = (SELECT id FROM who)",
        new { judge })];

    /// <summary>Every response.</summary>
    public IEnumerable<StoredResponse> Responses() => Connection.Query<StoredResponse>("SELECT id AS Id, text AS Text FROM response", buffered: false);

    /// <summary>Some responses.</summary>
    /// <param name="ids">Their row ids, each once.</param>
    public IEnumerable<StoredResponse> Responses(IReadOnlyList<long> ids) => ids.Chunk(AtOnce).SelectMany(some => Connection.Query<StoredResponse>(
        "SELECT id AS Id, text AS Text FROM response WHERE id IN (SELECT value FROM json_each(@ids))", new { ids = $"[{string.Join(',', some)}]" }));

    /// <summary>A judge's votes, pair by pair.</summary>
    public IEnumerable<PairVotes> Votes(string judge) => Connection.Query<PairVotes>(
        """
        SELECT pair_id AS Pair,
            SUM(CASE WHEN verdict > 0 THEN count ELSE 0 END) AS First, SUM(CASE WHEN verdict < 0 THEN count ELSE 0 END) AS Second, SUM(CASE WHEN verdict = 0 THEN count ELSE 0 END) AS Ties,
            SUM(CASE WHEN (verdict > 0 AND first_is_a) OR (verdict < 0 AND NOT first_is_a) THEN count ELSE 0 END) AS ForA,
            CASE WHEN COUNT(margin) = COUNT(*) THEN SUM(margin * count) / SUM(count) END AS Margin,
            CASE WHEN COUNT(model_first) = COUNT(*) AND MIN(model_first) = MAX(model_first) THEN MIN(model_first) END AS WriterFirst,
            CASE WHEN COUNT(model_second) = COUNT(*) AND MIN(model_second) = MAX(model_second) THEN MIN(model_second) END AS WriterSecond
        FROM vote JOIN judge ON judge.id = vote.judge_id WHERE judge.name = @judge GROUP BY pair_id ORDER BY pair_id
        """, new { judge }, buffered: false);
}
