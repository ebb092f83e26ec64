using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Properties;

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
        state = new PreparedStatement(connection, transaction, "INSERT OR REPLACE INTO step_part VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
    }

    /// <summary>Makes the annotator the last used one of its name.</summary>
    /// <param name="askedWith">What it is asked with.</param>
    public void Use(IReadOnlyDictionary<string, string> askedWith) => connection.Execute(
        "UPDATE annotator SET asked_with = @document, used = (SELECT MAX(used) + 1 FROM annotator) WHERE id = @annotator",
        new { annotator, document = JsonSerializer.Serialize(new Dictionary<string, string>(askedWith), StudyJson.Default.DictionaryStringString) }, transaction);

    /// <summary>Keeps the rules by which its answers become ratings from now on.</summary>
    public void ResolveBy(ResolvingRules rules) => connection.Execute(
        "UPDATE annotator SET rules = @document WHERE id = @annotator", new { annotator, document = JsonSerializer.Serialize(rules, StudyJson.Default.ResolvingRules) }, transaction);

    /// <summary>Puts ratings aside whose property is asked about by another definition now: they are taken out, and their answers are kept.</summary>
    /// <param name="properties">The properties as they are asked about now.</param>
    /// <param name="own">Those that are no published ones. Where the study holds another definition of one, it takes this one, and ratings by every model are put aside.</param>
    /// <exception cref="StudyException">Ratings by something else than a model stand under another definition.</exception>
    public void Define(IReadOnlyList<AskedProperty> properties, IEnumerable<Property> own)
    {
        var definitions = new Redefinition(connection, transaction);
        definitions.PutAside(annotator, properties);
        foreach (var property in own) definitions.Take(property, properties);
    }

    /// <summary>Writes the state of a part of a step.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="step">The state.</param>
    public void Add(long pair, StepRecord step)
    {
        state.Run(annotator, pair, step.Step, step.Part, (int)step.Status, step.Reason, step.Attempt, SetOf(step.Properties), step.Answers.SelectMany(key => key.ToBytes()).ToArray());
        if (step.Replaces is { } earlier)
            connection.Execute("DELETE FROM step_part WHERE annotator_id = @annotator AND pair_id = @pair AND step = @Step AND part = @earlier", new { annotator, pair, step.Step, earlier }, transaction);
    }

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();

    private long SetOf(IReadOnlyList<AskedProperty> properties)
    {
        var json = AskedSet.Of(properties);
        if (!sets.TryGetValue(json, out var id))
        {
            id = connection.ExecuteScalar<long>("INSERT INTO asked_set (properties) VALUES (@json) ON CONFLICT DO UPDATE SET properties = properties RETURNING id", new { json }, transaction);
            sets.Add(json, id);
        }
        return id;
    }
}
