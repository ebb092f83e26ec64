using Dapper;
using Prefdissect.Annotating;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Counts an annotator's ratings of one property: those of responses, and those that hold only beside the pair's query.</summary>
public sealed class RatingCountReader(Study study)
{
    /// <summary>The counts, by state and value.</summary>
    public IReadOnlyList<RatingCount> Of(AnnotatorIdentity annotator, string property) =>
    [
        .. study.Connection.Query<(long State, double? Value, long Count)>(
            """
            WITH who AS (SELECT id FROM annotator WHERE name = @Id AND version = @Version), what AS (SELECT id FROM property WHERE name = @property)
            SELECT state, value, SUM(n) FROM (
                SELECT state, value, COUNT(*) AS n FROM response_rating WHERE annotator_id = (SELECT id FROM who) AND property_id = (SELECT id FROM what) GROUP BY state, value
                UNION ALL
                SELECT state, value, COUNT(*) AS n FROM pair_rating WHERE annotator_id = (SELECT id FROM who) AND property_id = (SELECT id FROM what) GROUP BY state, value
            ) GROUP BY state, value ORDER BY state, value
            """, new { annotator.Id, annotator.Version, property }).Select(row => new RatingCount((RatingState)row.State, row.Value, row.Count)),
    ];
}
