using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;

namespace Prefdissect.Studies;

/// <summary>Writes how far a model's annotation is; a state given again replaces the older one.</summary>
public sealed class AnnotationWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly PreparedStatement state;
    private readonly Dictionary<string, long> sets = [];
    private readonly long annotator;

    internal AnnotationWriter(SqliteConnection connection, SqliteTransaction transaction, AnnotatorIdentity identity)
    {
        (this.connection, this.transaction) = (connection, transaction);
        annotator = connection.ExecuteScalar<long>(
            "INSERT INTO annotator (name, version) VALUES (@Id, @Version) ON CONFLICT DO UPDATE SET name = name RETURNING id", identity, transaction);
        state = new PreparedStatement(connection, transaction, "INSERT OR REPLACE INTO step_state VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
    }

    /// <summary>Writes the state of a step.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="step">The state.</param>
    public void Add(long pair, StepRecord step) => state.Run(
        annotator, pair, step.Step, (int)step.Status, step.Reason, step.Attempt, SetOf(step.Properties), step.Answers.SelectMany(key => key.ToBytes()).ToArray());

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();

    private long SetOf(IReadOnlyList<string> properties)
    {
        var json = JsonSerializer.Serialize([.. properties], StudyJson.Default.StringArray);
        if (!sets.TryGetValue(json, out var id))
        {
            id = connection.ExecuteScalar<long>("INSERT INTO asked_set (properties) VALUES (@json) ON CONFLICT DO UPDATE SET properties = properties RETURNING id", new { json }, transaction);
            sets.Add(json, id);
        }
        return id;
    }
}
