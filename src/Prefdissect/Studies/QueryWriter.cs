using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>Writes what models told of queries: reference answers and scenarios.</summary>
public sealed class QueryWriter
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal QueryWriter(SqliteConnection connection, SqliteTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>Writes a reference answer.</summary>
    /// <param name="query">Row id of the query.</param>
    /// <param name="text">The answer.</param>
    /// <param name="model">Who gave it.</param>
    public void AddReference(long query, string text, string model)
    {
        var name = $"reference by {model}";
        var source = connection.ExecuteScalar<long?>("SELECT id FROM source WHERE name = @name AND format = 'model'", new { name }, transaction)
            ?? connection.ExecuteScalar<long>("INSERT INTO source (name, format, simulated) VALUES (@name, 'model', 0) RETURNING id", new { name }, transaction);
        connection.Execute("INSERT OR IGNORE INTO reference_answer (query_id, text, source_id) VALUES (@query, @text, @source)", new { query, text, source }, transaction);
    }

    /// <summary>Writes the scenario of a query.</summary>
    /// <param name="query">Row id of the query.</param>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="group">The group that the scenario belongs to.</param>
    /// <param name="classifier">Who told it.</param>
    public void AddScenario(long query, string scenario, string group, string classifier) => connection.Execute(
        "INSERT OR REPLACE INTO query_scenario VALUES (@query, @scenario, @group, @classifier)", new { query, scenario, group, classifier }, transaction);
}
