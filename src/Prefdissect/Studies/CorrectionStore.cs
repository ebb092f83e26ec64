using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Studies;

/// <summary>Corrections of stored fits for the mistakes of their annotators: of each fit one for every annotator trusted; the one asked for last is the one shown.</summary>
public sealed class CorrectionStore(Study study)
{
    private const string OfFit =
        """
        fit_id = (SELECT fit.id FROM fit JOIN judge ON judge.id = judge_id JOIN annotator ON annotator.id = annotator_id
                  WHERE judge.name = @Judge AND grp = @Group AND annotator.name = @Id AND annotator.version = @Version AND options_hash = @options)
        """;

    private SqliteConnection Connection => study.Connection;

    /// <summary>Whether no fit was ever corrected.</summary>
    public bool IsEmpty() => !Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM fit_correction)");

    /// <summary>Keeps the correction of a stored fit, which is now the one shown, in place of an older one that trusts the same annotator.</summary>
    public void Keep(JudgeFit fit, FitCorrection correction)
    {
        using var transaction = Connection.BeginTransaction(deferred: false);
        Connection.Execute(
            """
            INSERT INTO fit_correction (fit_id, trusted_id, document, touched)
            SELECT fit.id, (SELECT id FROM annotator WHERE name = @trusted AND version = @trustedVersion), @document, (SELECT COALESCE(MAX(touched), 0) + 1 FROM fit_correction)
            FROM fit JOIN judge ON judge.id = judge_id JOIN annotator ON annotator.id = annotator_id
            WHERE judge.name = @Judge AND grp = @Group AND annotator.name = @Id AND annotator.version = @Version AND options_hash = @options
            ON CONFLICT (fit_id, trusted_id) DO UPDATE SET document = excluded.document, touched = excluded.touched
            """,
            ParametersOf(fit, new
            {
                trusted = correction.Trusted.Id,
                trustedVersion = correction.Trusted.Version,
                document = JsonSerializer.Serialize(correction, StudyJson.Default.FitCorrection),
            }),
            transaction);
        transaction.Commit();
    }

    /// <summary>The correction of a fit that trusts an annotator, as it was kept last; <see langword="null"/> where there is none of the fit as it is now.</summary>
    public FitCorrection? Of(JudgeFit fit, AnnotatorIdentity trusted) => Read(
        fit, $"{OfFit} AND trusted_id = (SELECT id FROM annotator WHERE name = @trusted AND version = @trustedVersion)",
        new { trusted = trusted.Id, trustedVersion = trusted.Version });

    /// <summary>The correction of a fit that was asked for last; <see langword="null"/> where there is none of the fit as it is now.</summary>
    public FitCorrection? Shown(JudgeFit fit) => Read(fit, $"{OfFit} ORDER BY touched DESC LIMIT 1", new { });

    private FitCorrection? Read(JudgeFit fit, string where, object others) => Connection
        .Query<string>($"SELECT document FROM fit_correction WHERE {where}", ParametersOf(fit, others))
        .Select(document => JsonSerializer.Deserialize(document, StudyJson.Default.FitCorrection)!)
        .SingleOrDefault(correction => correction.DataHash == fit.DataHash);

    private static DynamicParameters ParametersOf(JudgeFit fit, object others)
    {
        var parameters = new DynamicParameters(others);
        var subject = fit.Subject;
        parameters.AddDynamicParams(new { subject.Judge, subject.Group, subject.Annotator.Id, subject.Annotator.Version, options = fit.Options.Hash.ToBytes() });
        return parameters;
    }
}
