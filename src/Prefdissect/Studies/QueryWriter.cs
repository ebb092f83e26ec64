using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>Writes what models told of queries: reference answers and scenarios, and why there are none.</summary>
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
        connection.Execute(
            "INSERT OR IGNORE INTO reference_answer (query_id, text, source_id) VALUES (@query, @text, @source); DELETE FROM query_failure WHERE task = @task AND query_id = @query",
            new { query, text, source, task = QueryTask.Reference }, transaction);
    }

    /// <summary>Writes the scenario of a query; what the same classifier told before is replaced, what others told stays.</summary>
    /// <param name="query">Row id of the query.</param>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="group">The group that the scenario belongs to.</param>
    /// <param name="classifier">Who told it.</param>
    public void AddScenario(long query, string scenario, string group, string classifier) => connection.Execute(
        """
        INSERT OR REPLACE INTO told_scenario (query_id, classifier, scenario, grp) VALUES (@query, @classifier, @scenario, @group);
        DELETE FROM query_failure WHERE task = @task AND model = @classifier AND query_id = @query
        """, new { query, scenario, group, classifier, task = QueryTask.Scenario }, transaction);

    /// <summary>Writes why a model could not do something about a query; a failure given again replaces the older one.</summary>
    /// <param name="task">What it was asked.</param>
    /// <param name="query">Row id of the query.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="attempt">Number of the next asking.</param>
    public void AddFailure(QueryTask task, long query, string reason, int attempt) => connection.Execute(
        "INSERT OR REPLACE INTO query_failure (task, model, query_id, reason, attempt) VALUES (@Name, @Model, @query, @reason, @attempt)",
        new { task.Name, task.Model, query, reason, attempt }, transaction);
}
