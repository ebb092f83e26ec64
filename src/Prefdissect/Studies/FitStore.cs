using System.Buffers.Binary;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;

namespace Prefdissect.Studies;

/// <summary>The fits of a study with their draws. One is kept for every subject and options; the one asked for last is the one shown.</summary>
public sealed class FitStore(Study study)
{
    private const string Touch = "(SELECT COALESCE(MAX(touched), 0) + 1 FROM fit)";

    private SqliteConnection Connection => study.Connection;

    /// <summary>
    /// The stored fit of a subject with the same options, the same data and its draws, now the one shown; <see langword="null"/> where there is none.
    /// </summary>
    public JudgeFit? Reuse(FitSubject subject, DissectionOptions options, Pairs.ContentHash data)
    {
        var document = Connection.QuerySingleOrDefault<string>(
            $"UPDATE fit SET touched = {Touch} WHERE {WhereSubject} AND options_hash = @options AND data_hash = @data AND {HasDraws} RETURNING document",
            ParametersOf(subject, new { options = options.Hash.ToBytes(), data = data.ToBytes() }));
        return document is null ? null : Parse(document);
    }

    /// <summary>The stored fit of a subject with these options, of whatever data; <see langword="null"/> where there is none. What is shown stays what it is.</summary>
    public JudgeFit? Find(FitSubject subject, DissectionOptions options)
    {
        var document = Connection.QuerySingleOrDefault<string>($"SELECT document FROM fit WHERE {WhereSubject} AND options_hash = @options", ParametersOf(subject, new { options = options.Hash.ToBytes() }));
        return document is null ? null : Parse(document);
    }

    /// <summary>The fit of a subject that is shown; <see langword="null"/> where there is none.</summary>
    public JudgeFit? Shown(FitSubject subject) => Connection
        .QuerySingleOrDefault<string>($"SELECT document FROM fit WHERE {WhereSubject} ORDER BY touched DESC LIMIT 1", ParametersOf(subject, new { })) is { } document ? Parse(document) : null;

    /// <summary>Keeps a fit and its draws in place of an older one of the same subject and options: both or, when the process dies, none.</summary>
    public void Keep(SampledFit sampled)
    {
        using var transaction = Connection.BeginTransaction(deferred: false);
        var id = KeepFit(sampled.Fit, transaction);
        Connection.Execute(
            """
            INSERT INTO fit_draws (fit_id, chains, properties, draws) VALUES (@id, @Chains, @properties, @draws)
            ON CONFLICT (fit_id) DO UPDATE SET chains = excluded.chains, properties = excluded.properties, draws = excluded.draws
            """,
            new { id, sampled.Draws.Chains, properties = JsonSerializer.Serialize([.. sampled.Draws.Properties], StudyJson.Default.StringArray), draws = ToBytes(sampled.Draws.Values) },
            transaction);
        transaction.Commit();
    }

    /// <summary>Adds what was found out later to a fit that is stored; its draws stay.</summary>
    public void Complete(JudgeFit fit)
    {
        using var transaction = Connection.BeginTransaction(deferred: false);
        KeepFit(fit, transaction);
        transaction.Commit();
    }

    /// <summary>The draws of the fit of a subject that is shown; <see langword="null"/> where there is no fit, or one from before draws were kept.</summary>
    public FitDraws? Draws(FitSubject subject) => Draws($"{WhereSubject} ORDER BY touched DESC LIMIT 1", ParametersOf(subject, new { }));

    /// <summary>The draws of a stored fit; <see langword="null"/> where it is no longer stored, or was made before draws were kept.</summary>
    public FitDraws? Draws(JudgeFit fit) => Draws(
        $"{WhereSubject} AND options_hash = @options AND data_hash = @data",
        ParametersOf(fit.Subject, new { options = fit.Options.Hash.ToBytes(), data = fit.DataHash.ToBytes() }));

    /// <summary>The fits shown: of each judge, group and annotator the one asked for last, by judge and group.</summary>
    public IReadOnlyList<JudgeFit> Shown() =>
    [
        .. Connection.Query<string>("""
            SELECT document FROM fit JOIN judge ON judge.id = judge_id
            WHERE touched = (SELECT MAX(touched) FROM fit AS other WHERE other.judge_id = fit.judge_id AND other.grp = fit.grp AND other.annotator_id = fit.annotator_id)
            ORDER BY judge.name COLLATE BINARY, grp <> 'all', grp COLLATE BINARY
            """).Select(Parse),
    ];

    /// <summary>The fits shown of one annotator's ratings on some groups, by judge and group: read without the others.</summary>
    public IReadOnlyList<JudgeFit> Shown(AnnotatorIdentity annotator, IReadOnlyCollection<string> groups) =>
    [
        .. Connection.Query<string>("""
            SELECT document FROM fit JOIN judge ON judge.id = judge_id
            WHERE annotator_id = (SELECT id FROM annotator WHERE name = @Id AND version = @Version) AND grp IN @groups
                AND touched = (SELECT MAX(touched) FROM fit AS other WHERE other.judge_id = fit.judge_id AND other.grp = fit.grp AND other.annotator_id = fit.annotator_id)
            ORDER BY judge.name COLLATE BINARY, grp <> 'all', grp COLLATE BINARY
            """, new { annotator.Id, annotator.Version, groups }).Select(Parse),
    ];

    private const string WhereSubject =
        "judge_id = (SELECT id FROM judge WHERE name = @Judge) AND grp = @Group AND annotator_id = (SELECT id FROM annotator WHERE name = @Id AND version = @Version)";

    private const string HasDraws = "EXISTS (SELECT 1 FROM fit_draws WHERE fit_id = fit.id)";

    private long KeepFit(JudgeFit fit, SqliteTransaction transaction) => Connection.ExecuteScalar<long>(
        $"""
        INSERT INTO fit (judge_id, grp, annotator_id, options_hash, data_hash, document, touched)
        SELECT (SELECT id FROM judge WHERE name = @Judge), @Group, (SELECT id FROM annotator WHERE name = @Id AND version = @Version), @options, @data, @document, {Touch}
        WHERE true
        ON CONFLICT (judge_id, grp, annotator_id, options_hash) DO UPDATE SET data_hash = excluded.data_hash, document = excluded.document, touched = excluded.touched
        RETURNING id
        """,
        ParametersOf(fit.Subject, new
        {
            options = fit.Options.Hash.ToBytes(),
            data = fit.DataHash.ToBytes(),
            document = JsonSerializer.Serialize(fit, StudyJson.Default.JudgeFit),
        }),
        transaction);

    private FitDraws? Draws(string where, DynamicParameters parameters)
    {
        return Connection.Query<(long Chains, string Properties, byte[] Draws)>(
            $"SELECT chains, properties, draws FROM fit_draws WHERE fit_id = (SELECT id FROM fit WHERE {where})", parameters)
            .Select(row => new FitDraws(JsonSerializer.Deserialize(row.Properties, StudyJson.Default.StringArray)!, (int)row.Chains, FromBytes(row.Draws)))
            .SingleOrDefault();
    }

    private static DynamicParameters ParametersOf(FitSubject subject, object others)
    {
        var parameters = new DynamicParameters(others);
        parameters.AddDynamicParams(new { subject.Judge, subject.Group, subject.Annotator.Id, subject.Annotator.Version });
        return parameters;
    }

    private static byte[] ToBytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }

    private static float[] FromBytes(byte[] bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        return values;
    }

    private static JudgeFit Parse(string document) => JsonSerializer.Deserialize(document, StudyJson.Default.JudgeFit)!;
}
