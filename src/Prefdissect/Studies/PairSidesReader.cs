using System.Buffers.Binary;
using Dapper;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads in which order and on which sides pairs came into a study.</summary>
public sealed class PairSidesReader(Study study)
{
    /// <summary>All pairs, in the order in which they were imported.</summary>
    public IReadOnlyList<PairSides> All() => Read("", new { });

    /// <summary>
    /// The pairs whose ids begin with some bits, and those that a judge was asked about, in the order in which they were imported. Ids are hashes of content, so that
    /// it is chance that takes them; those of more bits are among those of fewer.
    /// </summary>
    /// <param name="bits">Where the leading bits are taken from, the highest first.</param>
    /// <param name="count">How many bits, 1 to 63: of every 2 to the power of <paramref name="count"/> pairs one is taken.</param>
    /// <param name="judge">The judge.</param>
    public IReadOnlyList<PairSides> BeginningWith(ulong bits, int count, string judge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 63);
        var from = bits >> (64 - count) << (64 - count);
        return Read(
            """
            WHERE pair.id IN (SELECT id FROM pair WHERE hash BETWEEN @least AND @most UNION SELECT pair_id FROM asked WHERE judge_id = (SELECT id FROM judge WHERE name = @judge))
            """, new { least = Bytes(from, 0), most = Bytes(from | (ulong.MaxValue >> count), byte.MaxValue), judge });
    }

    private static byte[] Bytes(ulong beginning, byte rest)
    {
        var bytes = new byte[ContentHash.Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, beginning);
        bytes.AsSpan(sizeof(ulong)).Fill(rest);
        return bytes;
    }

    private IReadOnlyList<PairSides> Read(string where, object values) =>
    [
        .. study.Connection.Query<(long Id, byte[] Hash, long? Least, long? Most, string? Scenario, long Equal)>(
            $"""
            SELECT pair.id, pair.hash, MIN(CASE WHEN imported.id IS NOT NULL THEN first_is_a END), MAX(CASE WHEN imported.id IS NOT NULL THEN first_is_a END),
                COALESCE(MIN(CASE WHEN imported.id IS NOT NULL THEN scenario END), (SELECT grp FROM query_scenario WHERE query_scenario.query_id = pair.query_id)),
                pair.first_id = pair.second_id
            FROM pair LEFT JOIN vote ON vote.pair_id = pair.id LEFT JOIN context ON context.id = vote.context_id
                LEFT JOIN source AS imported ON imported.id = vote.source_id AND imported.format <> 'judged'
            {where}
            GROUP BY pair.id ORDER BY pair.id
            """, values, buffered: false).Select(row => new PairSides(
                row.Id, ContentHash.FromBytes(row.Hash), row.Least is not null && row.Least == row.Most ? row.Least != 0 ? PairSide.First : PairSide.Second : null, row.Scenario ?? "", row.Equal != 0)),
    ];
}
