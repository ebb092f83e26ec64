using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Reads what models told of queries, and of which there is something to ask.</summary>
public sealed class QueryReader(Study study)
{
    private readonly SqliteConnection connection = study.Connection;

    /// <summary>Queries of which a task is open, after a row id, ascending.</summary>
    public IReadOnlyList<QueryToAsk> Open(QueryTask task, long after, int most) => [.. connection.Query<(long Id, string Text, string? Earlier, long Attempt)>(
        $"""
        SELECT query.id, text, earlier, COALESCE(failure.attempt, 0) FROM query
        LEFT JOIN query_failure AS failure ON failure.query_id = query.id AND failure.task = @Name AND failure.model = @Model
        WHERE query.id > @after AND NOT ({Done(task)}) AND (@RetriesFailed OR failure.attempt IS NULL) ORDER BY query.id LIMIT @most
        """, new { task.Name, task.Model, task.RetriesFailed, after, most }).Select(row => new QueryToAsk(row.Id, QueryOf(row.Text, row.Earlier)) { Attempt = (int)row.Attempt })];

    /// <summary>How many queries a task is open of.</summary>
    public int CountOpen(QueryTask task) => CountUndone(task) - (task.RetriesFailed ? 0 : CountFailed(task));

    /// <summary>How many queries a task is not done of.</summary>
    public int CountUndone(QueryTask task) => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM query WHERE NOT ({Done(task)})", task);

    /// <summary>Of how many of them the model failed.</summary>
    public int CountFailed(QueryTask task) => connection.ExecuteScalar<int>(
        $"SELECT COUNT(*) FROM query_failure JOIN query ON query.id = query_id WHERE task = @Name AND model = @Model AND NOT ({Done(task)})", task);

    /// <summary>How many queries were done, by any model: reference answers by files count too, and scenarios by words.</summary>
    public int CountDone(string task) => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM query WHERE {DoneByAny(task)}");

    /// <summary>How many queries that nobody has done failed for which reason; a query that failed with several models counts with each reason once.</summary>
    public IReadOnlyList<StepCount> Failures(string task) => [.. connection.Query<(string Reason, long Count)>(
        $"""
        SELECT reason, COUNT(DISTINCT query_id) FROM query_failure JOIN query ON query.id = query_id WHERE task = @task AND NOT ({DoneByAny(task)})
        GROUP BY reason ORDER BY 2 DESC, reason COLLATE BINARY
        """, new { task }).Select(row => new StepCount(task, StepStatus.Failed, row.Reason, (int)row.Count))];

    /// <summary>How many queries that nobody has done failed.</summary>
    public int CountFailed(string task) => connection.ExecuteScalar<int>(
        $"SELECT COUNT(DISTINCT query_id) FROM query_failure JOIN query ON query.id = query_id WHERE task = @task AND NOT ({DoneByAny(task)})", new { task });

    /// <summary>How many queries have which scenario, as the classifier told that counts: a model before words, of several models the one that told last.</summary>
    public IReadOnlyList<(string Scenario, string Group, string Classifier, int Count)> Scenarios() => [.. connection
        .Query<(string Scenario, string Group, string Classifier, long Count)>(
            "SELECT scenario, grp, classifier, COUNT(*) FROM query_scenario GROUP BY scenario, grp, classifier ORDER BY COUNT(*) DESC, scenario COLLATE BINARY, grp COLLATE BINARY, classifier COLLATE BINARY")
        .Select(row => (row.Scenario, row.Group, row.Classifier, (int)row.Count))];

    private static string Done(QueryTask task) => task.Name == QueryTask.Scenario
        ? "EXISTS (SELECT 1 FROM told_scenario AS told WHERE told.query_id = query.id AND told.classifier = @Model)"
        : DoneByAny(task.Name);

    private static string DoneByAny(string task) =>
        $"EXISTS (SELECT 1 FROM {(task == QueryTask.Scenario ? "told_scenario" : "reference_answer")} AS there WHERE there.query_id = query.id)";

    private static Query QueryOf(string text, string? earlier) => earlier is null
        ? new Query(text)
        : new Query([.. JsonSerializer.Deserialize(earlier, StudyJson.Default.TurnArray)!, new Turn("user", text)]);
}
