using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads what a list shows of pairs, and their texts to be searched.</summary>
public sealed class FoundPairReader(Study study)
{
    private const int LongestText = 4000;

    private SqliteConnection Connection => study.Connection;

    /// <summary>Pairs by their row ids, in the order given.</summary>
    public IReadOnlyList<FoundPair> Of(IReadOnlyList<long> pairs)
    {
        var ids = Json(pairs);
        var votes = Votes(ids).ToLookup(of => of.Pair, of => of.Votes);
        var simulated = Connection.Query<long>(
            "SELECT DISTINCT pair_id FROM json_each(@ids) JOIN vote ON vote.pair_id = json_each.value JOIN source ON source.id = vote.source_id WHERE source.simulated", new { ids }).ToHashSet();
        var scenarios = Scenarios(ids).ToLookup(of => of.Pair, of => of.Scenario);
        var found = Connection.Query<PairRow>(
            """
            SELECT pair.id AS Id, pair.hash AS Hash, substr(query.text, 1, @most) AS Query, substr(one.text, 1, @most) AS First, substr(other.text, 1, @most) AS Second,
                query.earlier IS NOT NULL AS IsMultiTurn, first_id = second_id AS HasEqualResponses, source.simulated AS IsSimulated,
                EXISTS (SELECT 1 FROM response_flag WHERE response_id IN (first_id, second_id)) AS IsFlagged
            FROM json_each(@ids) JOIN pair ON pair.id = json_each.value JOIN query ON query.id = query_id JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id
                JOIN source ON source.id = pair.source_id
            """, new { ids, most = LongestText }).ToDictionary(row => row.Id);
        return
        [
            .. pairs.Select(id => found[id]).Select(row => new FoundPair(row.Id, ContentHash.FromBytes(row.Hash), row.Query, row.First, row.Second)
            {
                IsMultiTurn = row.IsMultiTurn,
                HasEqualResponses = row.HasEqualResponses,
                IsFlagged = row.IsFlagged,
                IsSimulated = row.IsSimulated || simulated.Contains(row.Id),
                Scenarios = [.. scenarios[row.Id].Distinct(StringComparer.Ordinal)],
                Votes = [.. votes[row.Id]],
            }),
        ];
    }

    /// <summary>All texts of pairs: of the query, of its earlier turns, and of both responses, as they came.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Texts(IReadOnlyList<long> pairs) => Connection
        .Query<(long Id, string Query, string? Earlier, string First, string Second)>(
            """
            SELECT pair.id, query.text, words.earlier, one.text, other.text
            FROM json_each(@ids) JOIN pair ON pair.id = json_each.value JOIN query ON query.id = query_id JOIN query_words AS words ON words.id = query_id
                JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id
            """, new { ids = Json(pairs) })
        .ToDictionary(row => row.Id, row => (IReadOnlyList<string>)(row.Earlier is null ? [row.Query, row.First, row.Second] : [row.Query, row.Earlier, row.First, row.Second]));

    /// <summary>What most votes of a judge on pairs are for: +1 the first response, −1 the second, 0 as many for either; pairs without its votes are not there.</summary>
    public IReadOnlyDictionary<long, int> Majorities(string judge, IReadOnlyList<long> pairs) => Connection
        .Query<(long Pair, long Sum)>(
            """
            SELECT pair_id, SUM(verdict * count) FROM json_each(@ids) CROSS JOIN vote ON judge_id = (SELECT id FROM judge WHERE name = @judge) AND vote.pair_id = json_each.value GROUP BY pair_id
            """, new { judge, ids = Json(pairs) }).ToDictionary(row => row.Pair, row => Math.Sign(row.Sum));

    internal static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    private IEnumerable<(long Pair, CountedVotes Votes)> Votes(string ids) => Connection
        .Query<(long Pair, string Judge, long A, long B, long Ties)>(
            """
            SELECT pair_id, judge.name, SUM(CASE WHEN verdict > 0 THEN count ELSE 0 END), SUM(CASE WHEN verdict < 0 THEN count ELSE 0 END), SUM(CASE WHEN verdict = 0 THEN count ELSE 0 END)
            FROM json_each(@ids) JOIN vote ON vote.pair_id = json_each.value JOIN judge ON judge.id = vote.judge_id GROUP BY pair_id, judge.id ORDER BY pair_id, judge.name COLLATE BINARY
            """, new { ids }).Select(row => (row.Pair, new CountedVotes(row.Judge, row.A, row.B, row.Ties)));

    private IEnumerable<(long Pair, string Scenario)> Scenarios(string ids) => Connection
        .Query<(long Pair, string Scenario)>(
            """
            SELECT pair_id, scenario FROM json_each(@ids) JOIN vote ON vote.pair_id = json_each.value JOIN context ON context.id = vote.context_id WHERE scenario <> ''
            UNION SELECT pair.id, grp FROM json_each(@ids) JOIN pair ON pair.id = json_each.value JOIN query_scenario ON query_scenario.query_id = pair.query_id
            """, new { ids }).Select(row => (row.Pair, Scenario: Group.OfScenario(row.Scenario))).OrderBy(row => row.Scenario, StringComparer.Ordinal);

    private sealed record PairRow
    {
        public long Id { get; init; }

        public required byte[] Hash { get; init; }

        public required string Query { get; init; }

        public required string First { get; init; }

        public required string Second { get; init; }

        public bool IsMultiTurn { get; init; }

        public bool HasEqualResponses { get; init; }

        public bool IsSimulated { get; init; }

        public bool IsFlagged { get; init; }
    }
}
