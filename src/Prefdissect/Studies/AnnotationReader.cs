using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Reads what a model's annotation of a study needs and how far it is, pair by pair, so that a study of any size fits.</summary>
public sealed class AnnotationReader
{
    private readonly SqliteConnection connection;
    private readonly long annotator;
    private readonly Dictionary<string, IReadOnlyList<AskedProperty>> sets = new(StringComparer.Ordinal);

    /// <summary>A reader of what <paramref name="identity"/> has done.</summary>
    public AnnotationReader(Study study, AnnotatorIdentity identity)
    {
        connection = study.Connection;
        annotator = connection.ExecuteScalar<long?>("SELECT id FROM annotator WHERE name = @Id AND version = @Version", identity) ?? 0;
    }

    /// <summary>Row ids of pairs after one, ascending.</summary>
    public IReadOnlyList<long> PairsAfter(long after, int most) => [.. connection.Query<long>("SELECT id FROM pair WHERE id > @after ORDER BY id LIMIT @most", new { after, most })];

    /// <summary>Every pair with its hash and the scenario of one of its votes, for drawing a sample.</summary>
    public IEnumerable<(long Id, ContentHash Hash, string Scenario)> Strata() => JudgedPairReader.Strata(connection);

    /// <summary>Whether the annotator, in this version, has done anything in the study.</summary>
    public bool IsKnown => annotator != 0;

    /// <summary>The rules by which its answers become ratings, as they were last resolved.</summary>
    public ResolvingRules Rules => connection.ExecuteScalar<string?>("SELECT rules FROM annotator WHERE id = @annotator", new { annotator }) is { } document
        ? JsonSerializer.Deserialize(document, StudyJson.Default.ResolvingRules)!
        : ResolvingRules.Default;

    /// <summary>What is kept of the steps of a pair: the parts of each by its name, in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<StepRecord>> Steps(long pair) => connection
        .Query<(string Step, long Part, long State, string? Reason, long Attempt, string Properties, byte[] Answers)>(
            """
            SELECT step, part, state, reason, attempt, properties, answers FROM step_part JOIN asked_set ON asked_set.id = set_id
            WHERE annotator_id = @annotator AND pair_id = @pair ORDER BY step, part
            """, new { annotator, pair })
        .Select(row => new StepRecord(row.Step, (StepStatus)row.State, row.Reason)
        {
            Part = (int)row.Part,
            Attempt = (int)row.Attempt,
            Properties = SetOf(row.Properties),
            Answers = KeysOf(row.Answers),
        })
        .GroupBy(part => part.Step, StringComparer.Ordinal).ToDictionary(parts => parts.Key, parts => (IReadOnlyList<StepRecord>)[.. parts], StringComparer.Ordinal);

    /// <summary>Those of some properties of one's own of which the study holds another definition; ratings by it, of every model, are put aside as soon as they are asked about.</summary>
    /// <exception cref="StudyException">Something else than a model rated by the other definition, so that it cannot be changed.</exception>
    public IReadOnlyList<Property> Changing(IEnumerable<Property> own) => new Redefinition(connection, null).Changing(own);

    /// <summary>The sets of properties that steps were asked about.</summary>
    public IReadOnlyList<IReadOnlyList<AskedProperty>> AskedSets() => [.. connection
        .Query<string>("SELECT properties FROM asked_set WHERE id IN (SELECT set_id FROM step_part WHERE annotator_id = @annotator)", new { annotator }).Select(AskedSet.Parse)];

    /// <summary>Of pairs whose query was examined: how many there are, and of how many the query calls for some query-specific question.</summary>
    public (int Examined, int Calling) QuerySpecific(string step) => connection.QuerySingle<(long, long)>(
        """
        SELECT COUNT(*), COALESCE(SUM(asked), 0) FROM
            (SELECT MAX(LENGTH(answers) > 0) AS asked FROM step_part WHERE annotator_id = @annotator AND step = @step AND state = 1 GROUP BY pair_id)
        """, new { annotator, step }) is var (examined, calling) ? ((int)examined, (int)calling) : default;

    /// <summary>A pair with its texts, and what is known of its query: by its own answer, else by that of the first pair that has one.</summary>
    public PairToAsk Pair(long pair)
    {
        var row = connection.QuerySingle<PairRow>(
            """
            SELECT query.text AS Query, query.earlier AS Earlier, first_id AS FirstId, one.text AS First, second_id AS SecondId, other.text AS Second,
                (SELECT text FROM reference_answer WHERE query_id = query.id ORDER BY source_id, text LIMIT 1) AS Reference,
                (SELECT document FROM query_info WHERE annotator_id = @annotator AND query_id = query.id) AS Info,
                (SELECT answers FROM pair other JOIN step_part ON step_part.annotator_id = @annotator AND pair_id = other.id AND step = @infoStep AND state = 1 AND LENGTH(answers) > 0
                    WHERE other.query_id = query.id ORDER BY other.id, part LIMIT 1) AS InfoAnswers,
                (SELECT COUNT(*) FROM response_scan WHERE response_id IN (first_id, second_id)) AS Scanned
            FROM pair JOIN query ON query.id = query_id JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id WHERE pair.id = @pair
            """, new { annotator, pair, infoStep = AnnotationStep.QueryInfo.Name });
        var steps = Steps(pair);
        var own = steps.GetValueOrDefault(AnnotationStep.QueryInfo.Name)?.FirstOrDefault(part => part.Status == StepStatus.Done && part.Answers.Count > 0);
        return new PairToAsk(pair, QueryOf(row.Query, row.Earlier), new StoredResponse(row.FirstId, row.First), new StoredResponse(row.SecondId, row.Second))
        {
            Reference = row.Reference,
            Info = row.Info is null ? null : JsonSerializer.Deserialize(row.Info, StudyJson.Default.QueryInfo),
            InfoAnswers = own?.Answers ?? (row.InfoAnswers is null ? [] : KeysOf(row.InfoAnswers)),
            Steps = steps,
            IsScanned = row.Scanned == (row.FirstId == row.SecondId ? 1 : 2),
        };
    }

    /// <summary>What a stored answer says, hostile; <see langword="null"/> where it is not stored or cannot be read.</summary>
    public string? AnswerText(ContentHash key) => AnswerRows.Find(connection, key.ToBytes())?.Read().Answer?.Text;

    /// <summary>How many pairs have which step in which state; missing ones are not there. A step of which one part failed has failed.</summary>
    public IReadOnlyList<StepCount> Counts() =>
    [
        .. connection.Query<(string Step, long Status, string? Reason, long Count)>(
            """
            SELECT step, state, why, COUNT(*) FROM
                (SELECT step, MAX(state) AS state, MAX(CASE state WHEN 2 THEN reason END) AS why FROM step_part WHERE annotator_id = @annotator GROUP BY pair_id, step)
            GROUP BY step, state, why ORDER BY step COLLATE BINARY, state, COUNT(*) DESC, why COLLATE BINARY
            """, new { annotator }).Select(row => new StepCount(row.Step, (StepStatus)row.Status, row.Reason, (int)row.Count)),
    ];

    /// <summary>Pairs of which some step is done or failed.</summary>
    public int CountBegun() => connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT pair_id) FROM step_part WHERE annotator_id = @annotator", new { annotator });

    /// <summary>How many responses show which sign of manipulation.</summary>
    public IReadOnlyList<(string Kind, int Responses)> Flags() => [.. connection
        .Query<(string Kind, long Responses)>("SELECT kind, COUNT(DISTINCT response_id) FROM response_flag GROUP BY kind ORDER BY kind COLLATE BINARY").Select(row => (row.Kind, (int)row.Responses))];

    // Few distinct sets, many parts.
    private IReadOnlyList<AskedProperty> SetOf(string json)
    {
        if (!sets.TryGetValue(json, out var set)) sets.Add(json, set = AskedSet.Parse(json));
        return set;
    }

    private static IReadOnlyList<ContentHash> KeysOf(byte[] keys) => [.. keys.Chunk(ContentHash.Size).Select(bytes => ContentHash.FromBytes(bytes))];

    internal static Query QueryOf(string text, string? earlier) => earlier is null
        ? new Query(text)
        : new Query([.. JsonSerializer.Deserialize(earlier, StudyJson.Default.TurnArray)!, new Turn("user", text)]);

    private sealed record PairRow
    {
        public required string Query { get; init; }

        public string? Earlier { get; init; }

        public long FirstId { get; init; }

        public required string First { get; init; }

        public long SecondId { get; init; }

        public required string Second { get; init; }

        public string? Reference { get; init; }

        public string? Info { get; init; }

        public byte[]? InfoAnswers { get; init; }

        public long Scanned { get; init; }
    }
}
