using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Reads one annotator's ratings of some pairs. As in <see cref="RatingReader"/>, a rating of a side of a pair goes before one of the response alone.</summary>
public sealed class PairRatingReader
{
    private readonly SqliteConnection connection;
    private readonly long annotator;
    private readonly Dictionary<long, int> columns;
    private readonly string ids;

    /// <summary>A reader of the ratings of an annotator.</summary>
    /// <param name="study">The study.</param>
    /// <param name="identity">The annotator.</param>
    /// <param name="properties">What is wanted, in this order.</param>
    public PairRatingReader(Study study, AnnotatorIdentity identity, IReadOnlyList<Property> properties)
    {
        connection = study.Connection;
        Properties = properties;
        annotator = connection.ExecuteScalar<long?>("SELECT id FROM annotator WHERE name = @Id AND version = @Version", identity) ?? 0;
        var places = properties.Index().ToDictionary(of => of.Item.ShortName, of => of.Index, StringComparer.Ordinal);
        columns = connection.Query<(long Id, string Name)>("SELECT id, name FROM property").Where(row => places.ContainsKey(row.Name)).ToDictionary(row => row.Id, row => places[row.Name]);
        ids = FoundPairReader.Json(columns.Keys);
    }

    /// <summary>What is read.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The ratings of pairs by their row ids, one entry a property in the order given; a pair without any is not there.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<PairRating>> Of(IReadOnlyList<long> pairs)
    {
        var cells = new Dictionary<long, Cell[]>();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT pair.id, 0, property_id, state, rating.value, note, 0 FROM json_each($pairs) AS wanted CROSS JOIN pair ON pair.id = wanted.value
                CROSS JOIN response_rating AS rating ON annotator_id = $annotator AND response_id = first_id AND property_id IN (SELECT value FROM json_each($properties))
            UNION ALL
            SELECT pair.id, 1, property_id, state, rating.value, note, 0 FROM json_each($pairs) AS wanted CROSS JOIN pair ON pair.id = wanted.value
                CROSS JOIN response_rating AS rating ON annotator_id = $annotator AND response_id = second_id AND property_id IN (SELECT value FROM json_each($properties))
            UNION ALL
            SELECT pair_id, side, property_id, state, rating.value, note, 1 FROM json_each($pairs) AS wanted
                CROSS JOIN pair_rating AS rating ON annotator_id = $annotator AND pair_id = wanted.value AND side IN (0, 1) AND property_id IN (SELECT value FROM json_each($properties))
            """;
        command.Parameters.AddWithValue("$annotator", annotator);
        command.Parameters.AddWithValue("$pairs", FoundPairReader.Json(pairs));
        command.Parameters.AddWithValue("$properties", ids);
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read()) Take(cells, rows);
        }
        return cells.ToDictionary(of => of.Key, of => (IReadOnlyList<PairRating>)[.. Properties.Select((property, p) => RatingOf(property, of.Value[p], of.Value[Properties.Count + p]))]);
    }

    private void Take(Dictionary<long, Cell[]> cells, SqliteDataReader row)
    {
        if (!cells.TryGetValue(row.GetInt64(0), out var ofPair)) cells.Add(row.GetInt64(0), ofPair = new Cell[2 * Properties.Count]);
        ref var cell = ref ofPair[(row.GetInt32(1) * Properties.Count) + columns[row.GetInt64(2)]];
        var (state, isOfPair) = ((RatingState)row.GetInt32(3), row.GetInt32(6) != 0);
        // A rating of the side that says it is not known leaves what is known of the response.
        if (isOfPair && state == RatingState.NotMeasured && cell.IsThere) return;
        var rating = state switch
        {
            RatingState.Measured => Rating.Of(row.GetDouble(4)),
            RatingState.NotApplicable => Rating.NotApplicable,
            RatingState.Failed => Rating.Failed,
            _ => Rating.NotMeasured,
        };
        cell = new Cell(true, rating, row.IsDBNull(5) ? null : row.GetString(5));
    }

    private static PairRating RatingOf(Property property, Cell a, Cell b) => new(property, a.Rating, b.Rating) { NoteA = a.Note, NoteB = b.Note };

    // Ratings of responses come before those of pairs: the parts of the query are read one after the other.
    private readonly record struct Cell(bool IsThere, Rating Rating, string? Note);
}
