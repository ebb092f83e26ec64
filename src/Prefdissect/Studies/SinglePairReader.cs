using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Reads what a study holds of one pair, in a time that does not grow with the study.</summary>
public sealed class SinglePairReader(Study study)
{
    private SqliteConnection Connection => study.Connection;

    /// <summary>The comparisons of a pair by one annotator; what it did not rate is missing. A rating of a side goes before one of the response alone, as in <see cref="RatingReader"/>.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="annotator">Whose ratings.</param>
    /// <param name="properties">What is compared, in this order.</param>
    public ComparedPair Compared(long pair, AnnotatorIdentity annotator, IReadOnlyList<Property> properties)
    {
        var row = Connection.QuerySingle<(byte[] Hash, byte[] Query, long First, long Second)>(
            "SELECT pair.hash, query.hash, first_id, second_id FROM pair JOIN query ON query.id = query_id WHERE pair.id = @pair", new { pair });
        var columns = properties.Index().ToDictionary(entry => entry.Item.ShortName, entry => entry.Index, StringComparer.Ordinal);
        var (first, second) = (new Rating[properties.Count], new Rating[properties.Count]);
        // Ratings of responses come before those of sides, which replace them where they say anything.
        var ratings = Connection.Query<(long Side, string Property, long State, double? Value)>(
            """
            WITH rater AS (SELECT id FROM annotator WHERE name = @Id AND version = @Version)
            SELECT side, property.name, state, value FROM (
                SELECT 0 AS source, 0 AS side, property_id, state, value FROM response_rating WHERE annotator_id = (SELECT id FROM rater) AND response_id = @first
                UNION ALL SELECT 0, 1, property_id, state, value FROM response_rating WHERE annotator_id = (SELECT id FROM rater) AND response_id = @second
                UNION ALL SELECT 1, side, property_id, state, value FROM pair_rating WHERE annotator_id = (SELECT id FROM rater) AND pair_id = @pair) rated
            JOIN property ON property.id = property_id ORDER BY source
            """, new { annotator.Id, annotator.Version, pair, first = row.First, second = row.Second });
        foreach (var (side, property, state, value) in ratings)
        {
            var rating = (RatingState)state switch
            {
                RatingState.Measured => Rating.Of(value!.Value),
                RatingState.NotApplicable => Rating.NotApplicable,
                RatingState.Failed => Rating.Failed,
                _ => Rating.NotMeasured,
            };
            if (rating.State != RatingState.NotMeasured && columns.TryGetValue(property, out var column)) (side == 0 ? first : second)[column] = rating;
        }
        return ComparedPair.Of(properties, new RatedPair(ContentHash.FromBytes(row.Hash), ContentHash.FromBytes(row.Query), row.First == row.Second, first, second));
    }

    /// <summary>The votes on a pair by judge.</summary>
    public IReadOnlyDictionary<string, VoteCounts> Votes(long pair) => Connection.Query<(string Judge, long First, long Second, long Ties)>(
        """
        SELECT judge.name, SUM(CASE WHEN verdict > 0 THEN count ELSE 0 END), SUM(CASE WHEN verdict < 0 THEN count ELSE 0 END), SUM(CASE WHEN verdict = 0 THEN count ELSE 0 END)
        FROM vote JOIN judge ON judge.id = judge_id WHERE pair_id = @pair GROUP BY judge.id
        """, new { pair }).ToDictionary(row => row.Judge, row => new VoteCounts((int)row.First, (int)row.Second, (int)row.Ties), StringComparer.Ordinal);

    /// <summary>Those among some judges of whose votes any was simulated.</summary>
    public IReadOnlySet<string> Simulated(IReadOnlyCollection<string> judges) => Connection.Query<string>(
        """
        SELECT name FROM judge WHERE name IN @judges AND EXISTS (SELECT 1 FROM source WHERE simulated)
            AND EXISTS (SELECT 1 FROM vote WHERE judge_id = judge.id AND source_id IN (SELECT id FROM source WHERE simulated))
        """, new { judges }).ToHashSet(StringComparer.Ordinal);
}
