using Microsoft.Data.Sqlite;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>Looks into a study that judges voted in, past the program's own readers.</summary>
internal sealed class OtherWaysStudy(string path)
{
    /// <summary>Ids of the pairs in the order of import.</summary>
    public IReadOnlyList<string> Pairs() => Query("SELECT hash FROM pair ORDER BY id", row => Convert.ToHexStringLower((byte[])row[0]));

    /// <summary>A judge's verdicts by pair, in the order of import, as the imported votes name the sides: A, B or T.</summary>
    public string Verdicts(string judge) => string.Concat(Query(
        $"""
        SELECT vote.verdict * (CASE WHEN imported.first_is_a THEN 1 ELSE -1 END) FROM vote JOIN judge ON judge.id = judge_id
        JOIN (SELECT pair_id, MIN(first_is_a) AS first_is_a FROM vote JOIN source ON source.id = source_id WHERE format <> 'judged' GROUP BY pair_id) imported ON imported.pair_id = vote.pair_id
        WHERE judge.name = '{judge}' ORDER BY vote.pair_id
        """, row => (long)row[0] switch { > 0 => "A", < 0 => "B", _ => "T" }));

    /// <summary>A judge's margins in favour of the side A of the imported votes, by pair in the order of import; empty where a vote has none.</summary>
    public IReadOnlyList<double?> Margins(string judge) => Query(
        $"""
        SELECT vote.margin * (CASE WHEN imported.first_is_a THEN 1 ELSE -1 END) FROM vote JOIN judge ON judge.id = judge_id
        JOIN (SELECT pair_id, MIN(first_is_a) AS first_is_a FROM vote JOIN source ON source.id = source_id WHERE format <> 'judged' GROUP BY pair_id) imported ON imported.pair_id = vote.pair_id
        WHERE judge.name = '{judge}' ORDER BY vote.pair_id
        """, row => row[0] is double margin ? margin : (double?)null);

    /// <summary>One number.</summary>
    public long Count(string sql) => Query(sql, row => (long)row[0]).Single();

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<object[], T> of)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            found.Add(of(values));
        }
        return found;
    }
}
