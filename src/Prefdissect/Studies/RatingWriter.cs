using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Writes one annotator's ratings; a rating given again replaces the older one.</summary>
public sealed class RatingWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly PreparedStatement ofResponse;
    private readonly PreparedStatement ofPair;
    private readonly Dictionary<string, long> properties = [];
    private readonly long annotator;

    internal RatingWriter(SqliteConnection connection, SqliteTransaction transaction, AnnotatorIdentity identity)
    {
        this.connection = connection;
        this.transaction = transaction;
        annotator = connection.ExecuteScalar<long>(
            "INSERT INTO annotator (name, version) VALUES (@Id, @Version) ON CONFLICT DO UPDATE SET name = name RETURNING id", identity, transaction);
        ofResponse = new PreparedStatement(connection, transaction, "INSERT OR REPLACE INTO response_rating VALUES ($1, $2, $3, $4, $5, $6)", 6);
        ofPair = new PreparedStatement(connection, transaction, "INSERT OR REPLACE INTO pair_rating VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
    }

    /// <summary>Row id of a pair; <see langword="null"/> where the study does not have it.</summary>
    public long? FindPair(Pair pair) => connection.ExecuteScalar<long?>("SELECT id FROM pair WHERE hash = @hash", new { hash = pair.Hash.ToBytes() }, transaction);

    /// <summary>Writes a rating that holds for a response wherever it stands.</summary>
    /// <param name="response">Row id of the response, as the study's reader gives it.</param>
    /// <param name="property">What was rated.</param>
    /// <param name="rating">The rating or its state.</param>
    /// <param name="note">Raw answer, or the reason of a state without a value.</param>
    public void AddToResponse(long response, Property property, Rating rating, string? note = null) =>
        ofResponse.Run(annotator, response, IdOf(property), (int)rating.State, ValueOf(rating), note);

    /// <summary>Writes a rating of one side of a pair.</summary>
    /// <param name="pair">Row id of the pair, as the vote writer gives it.</param>
    /// <param name="side">Which response of the canonical order.</param>
    /// <param name="property">What was rated.</param>
    /// <param name="rating">The rating or its state.</param>
    /// <param name="note">The reason of a state without a value.</param>
    public void AddToPair(long pair, PairSide side, Property property, Rating rating, string? note = null) =>
        ofPair.Run(annotator, pair, (int)side, IdOf(property), (int)rating.State, ValueOf(rating), note);

    /// <summary>Writes what the annotator found in a pair's query.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="info">What was found.</param>
    public void AddQueryInfo(long pair, QueryInfo info) => connection.Execute(
        "INSERT OR REPLACE INTO query_info (annotator_id, query_id, document) SELECT @annotator, query_id, @document FROM pair WHERE id = @pair",
        new { annotator, pair, document = JsonSerializer.Serialize(info, StudyJson.Default.QueryInfo) }, transaction);

    /// <inheritdoc/>
    public void Dispose()
    {
        ofResponse.Dispose();
        ofPair.Dispose();
    }

    private static object? ValueOf(Rating rating) => rating.IsMeasured ? rating.Value : null;

    private long IdOf(Property property)
    {
        if (!properties.TryGetValue(property.ShortName, out var id))
        {
            id = PropertyRow.IdOf(connection, transaction, property);
            properties.Add(property.ShortName, id);
        }
        return id;
    }
}
