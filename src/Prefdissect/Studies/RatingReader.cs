using System.Collections.Frozen;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Reads one annotator's ratings, pair by pair.</summary>
/// <remarks>A rating of a side of a pair goes before one of the response alone.</remarks>
public sealed class RatingReader
{
    private readonly SqliteConnection connection;
    private readonly long annotator;
    private readonly FrozenDictionary<long, int> columns;

    /// <summary>A reader of the ratings of <paramref name="identity"/>.</summary>
    public RatingReader(Study study, AnnotatorIdentity identity)
    {
        connection = study.Connection;
        annotator = connection.ExecuteScalar<long>("SELECT id FROM annotator WHERE name = @Id AND version = @Version", identity);
        var rated = connection.Query<(long Id, string Name)>(
            """
            SELECT id, name FROM property
            WHERE EXISTS (SELECT 1 FROM response_rating WHERE annotator_id = @annotator AND property_id = property.id)
               OR EXISTS (SELECT 1 FROM pair_rating WHERE annotator_id = @annotator AND property_id = property.id)
            """, new { annotator }).ToDictionary(row => row.Name, row => row.Id);
        Properties = [.. new StudyReader(study).Properties().All.Where(property => rated.ContainsKey(property.ShortName))];
        columns = Properties.Select((property, column) => (Id: rated[property.ShortName], column)).ToFrozenDictionary(entry => entry.Id, entry => entry.column);
    }

    /// <summary>The properties that the annotator rated at all, in published order, then the study's own.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Every pair with its ratings, by row id.</summary>
    public IEnumerable<(long Id, RatedPair Pair)> Pairs()
    {
        var responses = OfResponses();
        var sides = OfSides();
        var flags = Flags();
        var rows = connection.Query<(long Id, byte[] Hash, byte[] Query, long First, long Second, bool IsScanned)>(
            """
            SELECT pair.id, pair.hash, query.hash, first_id, second_id,
                EXISTS (SELECT 1 FROM response_scan WHERE response_id = first_id) AND EXISTS (SELECT 1 FROM response_scan WHERE response_id = second_id)
            FROM pair JOIN query ON query.id = query_id ORDER BY pair.id
            """, buffered: false);
        var none = new Rating[Properties.Count];
        foreach (var row in rows)
        {
            var first = Merged(responses.GetValueOrDefault(row.First), sides.GetValueOrDefault((row.Id, PairSide.First))) ?? none;
            var second = Merged(responses.GetValueOrDefault(row.Second), sides.GetValueOrDefault((row.Id, PairSide.Second))) ?? none;
            yield return (row.Id, new RatedPair(ContentHash.FromBytes(row.Hash), ContentHash.FromBytes(row.Query), row.First == row.Second, first, second)
            {
                IsScanned = row.IsScanned,
                Flags = [.. flags.GetValueOrDefault(row.First, []).Union(flags.GetValueOrDefault(row.Second, []), StringComparer.Ordinal)],
            });
        }
    }

    private Dictionary<long, string[]> Flags() => connection.Query<(long Response, string Kind)>("SELECT DISTINCT response_id, kind FROM response_flag")
        .GroupBy(row => row.Response).ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Kind).ToArray());

    private static Rating[]? Merged(Rating[]? ofResponse, Rating[]? ofSide)
    {
        if (ofResponse is null || ofSide is null) return ofSide ?? ofResponse;
        return [.. ofSide.Zip(ofResponse, (side, response) => side.State == RatingState.NotMeasured ? response : side)];
    }

    private static Rating RatingOf(SqliteDataReader row, int column) => (RatingState)row.GetInt32(column) switch
    {
        RatingState.Measured => Rating.Of(row.GetDouble(column + 1)),
        RatingState.NotApplicable => Rating.NotApplicable,
        RatingState.Failed => Rating.Failed,
        _ => Rating.NotMeasured,
    };

    private Dictionary<long, Rating[]> OfResponses()
    {
        var ratings = new Dictionary<long, Rating[]>();
        Read(
            "SELECT response_id, property_id, state, value FROM response_rating WHERE annotator_id = $annotator",
            row =>
            {
                if (columns.TryGetValue(row.GetInt64(1), out var column)) RatingsOf(ratings, row.GetInt64(0))[column] = RatingOf(row, 2);
            });
        return ratings;
    }

    private Dictionary<(long, PairSide), Rating[]> OfSides()
    {
        var ratings = new Dictionary<(long, PairSide), Rating[]>();
        Read(
            "SELECT pair_id, side, property_id, state, value FROM pair_rating WHERE annotator_id = $annotator",
            row =>
            {
                if (columns.TryGetValue(row.GetInt64(2), out var column)) RatingsOf(ratings, (row.GetInt64(0), (PairSide)row.GetInt32(1)))[column] = RatingOf(row, 3);
            });
        return ratings;
    }

    private Rating[] RatingsOf<TKey>(Dictionary<TKey, Rating[]> ratings, TKey key)
        where TKey : notnull
    {
        if (!ratings.TryGetValue(key, out var row)) ratings.Add(key, row = new Rating[Properties.Count]);
        return row;
    }

    private void Read(string sql, Action<SqliteDataReader> take)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$annotator", annotator);
        using var rows = command.ExecuteReader();
        while (rows.Read()) take(rows);
    }
}
