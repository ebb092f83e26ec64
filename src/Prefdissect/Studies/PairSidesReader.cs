using Dapper;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads in which order and on which sides pairs came into a study.</summary>
public sealed class PairSidesReader(Study study)
{
    /// <summary>All pairs, in the order in which they were imported.</summary>
    public IReadOnlyList<PairSides> All() => [.. study.Connection.Query<(long Id, byte[] Hash, long? Least, long? Most, string? Scenario, long Equal)>(
        """
        SELECT pair.id, pair.hash, MIN(imported.first_is_a), MAX(imported.first_is_a), COALESCE(MIN(imported.scenario), (SELECT grp FROM query_scenario WHERE query_scenario.query_id = pair.query_id)),
            pair.first_id = pair.second_id
        FROM pair LEFT JOIN (
            SELECT pair_id, first_is_a, scenario FROM vote JOIN source ON source.id = vote.source_id JOIN context ON context.id = context_id WHERE source.format <> 'judged') imported
            ON imported.pair_id = pair.id
        GROUP BY pair.id ORDER BY pair.id
        """).Select(row => new PairSides(
            row.Id, ContentHash.FromBytes(row.Hash), row.Least is { } least && least == row.Most ? least != 0 ? PairSide.First : PairSide.Second : null, row.Scenario ?? "", row.Equal != 0))];
}
