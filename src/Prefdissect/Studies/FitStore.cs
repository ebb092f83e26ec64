using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Dissecting;

namespace Prefdissect.Studies;

/// <summary>The fits of a study. One is kept for every subject and options; the one asked for last is the one shown.</summary>
public sealed class FitStore(Study study)
{
    private const string Touch = "(SELECT COALESCE(MAX(touched), 0) + 1 FROM fit)";

    private SqliteConnection Connection => study.Connection;

    /// <summary>The stored fit of a subject with the same options and the same data, now the one shown; <see langword="null"/> where there is none.</summary>
    public JudgeFit? Reuse(FitSubject subject, DissectionOptions options, Pairs.ContentHash data)
    {
        var document = Connection.QuerySingleOrDefault<string>(
            $"UPDATE fit SET touched = {Touch} WHERE {WhereSubject} AND options_hash = @options AND data_hash = @data RETURNING document",
            new { subject.Judge, subject.Group, subject.Annotator.Id, subject.Annotator.Version, options = options.Hash.ToBytes(), data = data.ToBytes() });
        return document is null ? null : Parse(document);
    }

    /// <summary>Keeps a fit in place of an older one of the same subject and options.</summary>
    public void Keep(JudgeFit fit)
    {
        var subject = fit.Subject;
        Connection.Execute(
            $"""
            INSERT INTO fit (judge_id, grp, annotator_id, options_hash, data_hash, document, touched)
            SELECT (SELECT id FROM judge WHERE name = @Judge), @Group, (SELECT id FROM annotator WHERE name = @Id AND version = @Version), @options, @data, @document, {Touch}
            WHERE true
            ON CONFLICT (judge_id, grp, annotator_id, options_hash) DO UPDATE SET data_hash = excluded.data_hash, document = excluded.document, touched = excluded.touched
            """,
            new
            {
                subject.Judge,
                subject.Group,
                subject.Annotator.Id,
                subject.Annotator.Version,
                options = fit.Options.Hash.ToBytes(),
                data = fit.DataHash.ToBytes(),
                document = JsonSerializer.Serialize(fit, StudyJson.Default.JudgeFit),
            });
    }

    /// <summary>The fits shown: of each judge, group and annotator the one asked for last, by judge and group.</summary>
    public IReadOnlyList<JudgeFit> Shown() =>
    [
        .. Connection.Query<string>("""
            SELECT document FROM fit JOIN judge ON judge.id = judge_id
            WHERE touched = (SELECT MAX(touched) FROM fit AS other WHERE other.judge_id = fit.judge_id AND other.grp = fit.grp AND other.annotator_id = fit.annotator_id)
            ORDER BY judge.name COLLATE BINARY, grp <> 'all', grp COLLATE BINARY
            """).Select(Parse),
    ];

    private const string WhereSubject =
        "judge_id = (SELECT id FROM judge WHERE name = @Judge) AND grp = @Group AND annotator_id = (SELECT id FROM annotator WHERE name = @Id AND version = @Version)";

    private static JudgeFit Parse(string document) => JsonSerializer.Deserialize(document, StudyJson.Default.JudgeFit)!;
}
