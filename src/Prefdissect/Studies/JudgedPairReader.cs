using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads the pairs of a study as a judge is shown them.</summary>
public sealed class JudgedPairReader(Study study)
{
    private SqliteConnection Connection => study.Connection;

    /// <summary>Row ids of all pairs, those of one query one after the other: prompts on one query begin alike.</summary>
    public IReadOnlyList<long> ByQuery() => [.. Connection.Query<long>("SELECT id FROM pair ORDER BY query_id, id")];

    /// <summary>Every pair with its hash and the scenario of one of its votes, for drawing a sample.</summary>
    public IEnumerable<(long Id, ContentHash Hash, string Scenario)> Strata() => Strata(Connection);

    /// <summary>A pair with its texts.</summary>
    public PairToJudge Pair(long pair)
    {
        var row = Connection.QuerySingle<(byte[] Hash, string Query, string? Earlier, long FirstId, string First, long SecondId, string Second)>(
            """
            SELECT pair.hash, query.text, query.earlier, first_id, one.text, second_id, other.text
            FROM pair JOIN query ON query.id = query_id JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id WHERE pair.id = @pair
            """, new { pair });
        return new PairToJudge(pair, ContentHash.FromBytes(row.Hash), AnnotationReader.QueryOf(row.Query, row.Earlier), row.First, row.Second) { HasEqualResponses = row.FirstId == row.SecondId };
    }

    internal static IEnumerable<(long Id, ContentHash Hash, string Scenario)> Strata(SqliteConnection connection) => connection.Query<(long Id, byte[] Hash, string? Scenario)>(
        """
        SELECT pair.id, pair.hash, COALESCE(
            (SELECT MIN(context.scenario) FROM vote JOIN context ON context.id = vote.context_id WHERE vote.pair_id = pair.id),
            (SELECT grp FROM query_scenario WHERE query_scenario.query_id = pair.query_id))
        FROM pair ORDER BY pair.id
        """, buffered: false).Select(row => (row.Id, ContentHash.FromBytes(row.Hash), row.Scenario ?? ""));
}
