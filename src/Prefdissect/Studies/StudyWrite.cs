using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Judging;

namespace Prefdissect.Studies;

/// <summary>One write to a study: a transaction and the writers that work in it. Dispose without <see cref="Commit"/> undoes everything.</summary>
public sealed class StudyWrite : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal StudyWrite(SqliteConnection connection, SqliteTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>A writer of votes from one source.</summary>
    public VoteWriter Votes(VoteSource source) => new(connection, transaction, source);

    /// <summary>A writer of ratings by one annotator.</summary>
    public RatingWriter Ratings(AnnotatorIdentity annotator) => new(connection, transaction, annotator);

    /// <summary>A writer of how far a model's annotation is.</summary>
    public AnnotationWriter Annotation(AnnotatorIdentity annotator) => new(connection, transaction, annotator);

    /// <summary>A writer of signs of manipulation in responses.</summary>
    public ScanWriter Scans() => new(connection, transaction);

    /// <summary>A writer of what models told of queries.</summary>
    public QueryWriter Queries() => new(connection, transaction);

    /// <summary>A writer of what one judge answers.</summary>
    public JudgementWriter Judgements(JudgeDescription judge) => new(connection, transaction, judge);

    /// <summary>A writer of the true weights of simulated judges.</summary>
    public PlantedWeightWriter PlantedWeights() => new(connection, transaction);

    /// <summary>Keeps everything written.</summary>
    public void Commit() => transaction.Commit();

    /// <inheritdoc/>
    public void Dispose() => transaction.Dispose();
}
