using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Reads what a study holds. Several processes may read while one writes; each call sees one consistent state, and several calls see the same inside <see cref="Study.BeginRead"/>.</summary>
public sealed class StudyReader(Study study)
{
    private SqliteConnection Connection => study.Connection;

    /// <summary>What the study holds, counted.</summary>
    public StudyCounts Counts() => Connection.QuerySingle<StudyCounts>("""
        SELECT
            (SELECT COUNT(*) FROM pair) AS Pairs,
            Votes, AWins, BWins, Votes - AWins - BWins AS Ties,
            (SELECT COUNT(*) FROM judge) AS Judges,
            (SELECT COUNT(DISTINCT scenario) FROM context) AS Scenarios,
            (SELECT COUNT(*) FROM query) AS Queries,
            (SELECT COUNT(*) FROM response) AS Responses,
            (SELECT COUNT(*) FROM query CROSS JOIN pair ON pair.query_id = query.id WHERE query.earlier IS NOT NULL) AS MultiTurn,
            (SELECT COUNT(*) FROM pair WHERE first_id = second_id) AS EqualResponses
        FROM (
            SELECT
                COALESCE(SUM(count), 0) AS Votes,
                COALESCE(SUM(CASE WHEN verdict = CASE WHEN first_is_a THEN 1 ELSE -1 END THEN count END), 0) AS AWins,
                COALESCE(SUM(CASE WHEN verdict = CASE WHEN first_is_a THEN -1 ELSE 1 END THEN count END), 0) AS BWins
            FROM vote)
        """);

    /// <summary>How many pairs the study holds.</summary>
    public long CountPairs() => Connection.ExecuteScalar<long>("SELECT COUNT(*) FROM pair");

    /// <summary>Whether the study holds more pairs than a number, without counting all.</summary>
    public bool HasMorePairsThan(long pairs) => Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pair LIMIT 1 OFFSET @pairs)", new { pairs });

    /// <summary>The judges with what they gave, by name.</summary>
    public IReadOnlyList<JudgeCounts> Judges()
    {
        var simulated = SimulatedJudges();
        return [.. Connection.Query<JudgeCounts>("""
            WITH seen AS (
                SELECT judge_id, SUM(count) AS votes, SUM(CASE WHEN verdict = 0 THEN count ELSE 0 END) AS ties FROM vote GROUP BY judge_id, pair_id)
            SELECT judge.name AS Judge, COUNT(*) AS Pairs, SUM(votes) AS Votes, SUM(ties) AS Ties
            FROM seen JOIN judge ON judge.id = seen.judge_id GROUP BY seen.judge_id ORDER BY judge.name COLLATE BINARY
            """).Select(counts => counts with { Simulated = simulated.Contains(counts.Judge) })];
    }

    /// <summary>The judges that gave a vote, by name.</summary>
    public IReadOnlyList<string> JudgesWithVotes() =>
        [.. Connection.Query<string>("SELECT name FROM judge WHERE EXISTS (SELECT 1 FROM vote WHERE judge_id = judge.id) ORDER BY name COLLATE BINARY")];

    /// <summary>The judges of whose votes some were simulated.</summary>
    public IReadOnlySet<string> SimulatedJudges() => !IsSimulated() ? new HashSet<string>() : Connection.Query<string>(
        "SELECT name FROM judge WHERE EXISTS (SELECT 1 FROM vote WHERE judge_id = judge.id AND source_id IN (SELECT id FROM source WHERE simulated))").ToHashSet(StringComparer.Ordinal);

    /// <summary>Names of the judges.</summary>
    public IReadOnlyList<string> JudgeNames() => [.. Connection.Query<string>("SELECT name FROM judge ORDER BY name COLLATE BINARY")];

    /// <summary>Whether the study has a judge of this name.</summary>
    public bool HasJudge(string judge) => Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM judge WHERE name = @judge)", new { judge });

    /// <summary>Whether anything in the study was made by the simulator.</summary>
    public bool IsSimulated() => Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM source WHERE simulated)");

    /// <summary>The published properties, then those of the study's own in the order in which they came.</summary>
    public PropertySet Properties() =>
        PropertySet.Published.With(Connection.Query<string>("SELECT definition FROM property WHERE definition IS NOT NULL ORDER BY id").Select(PropertyDocument.Parse));

    /// <summary>The annotators that left ratings, by name; of several versions the last used one stands last.</summary>
    public IReadOnlyList<AnnotatorIdentity> Annotators() =>
        [.. Connection.Query<AnnotatorIdentity>("SELECT name AS Id, version AS Version FROM annotator ORDER BY name COLLATE BINARY, used, id")];

    /// <summary>What a model was asked with: name of a setting → its value; <see langword="null"/> where the study does not say.</summary>
    public IReadOnlyDictionary<string, string>? AskedWith(AnnotatorIdentity annotator) =>
        Connection.ExecuteScalar<string?>("SELECT asked_with FROM annotator WHERE name = @Id AND version = @Version", annotator) is { } document
            ? JsonSerializer.Deserialize(document, StudyJson.Default.DictionaryStringString)
            : null;

    /// <summary>The responses that an annotator has not rated, in the order of their row ids.</summary>
    /// <param name="annotator">Who is to rate them.</param>
    /// <param name="after">Row id after which to begin.</param>
    /// <param name="most">How many to give at most.</param>
    public IReadOnlyList<StoredResponse> Unrated(AnnotatorIdentity annotator, long after, int most) => [.. Connection.Query<StoredResponse>(
        """
        SELECT id AS Id, text AS Text FROM response
        WHERE id > @after AND NOT EXISTS (
            SELECT 1 FROM response_rating
            WHERE annotator_id = (SELECT id FROM annotator WHERE name = @Id AND version = @Version) AND response_id = response.id)
        ORDER BY id LIMIT @most
        """, new { after, most, annotator.Id, annotator.Version })];

    /// <summary>How many responses an annotator has not rated.</summary>
    public int CountUnrated(AnnotatorIdentity annotator) => Connection.ExecuteScalar<int>(
        """
        SELECT (SELECT COUNT(*) FROM response) - (SELECT COUNT(DISTINCT response_id) FROM response_rating
            WHERE annotator_id = (SELECT id FROM annotator WHERE name = @Id AND version = @Version))
        """, annotator);

    /// <summary>A judge's votes, in no particular order.</summary>
    public IReadOnlyList<StoredVote> VotesOf(string judge) => [.. Connection.Query<StoredVote>(
        """
        SELECT vote.pair_id AS Pair, vote.context_id AS Context, vote.verdict AS Verdict, vote.count AS Count
        FROM vote JOIN judge ON judge.id = vote.judge_id WHERE judge.name = @judge
        """, new { judge })];

    /// <summary>
    /// Who wrote the responses of the pairs that a judge voted on, first and second in canonical order, by the pair's row id. A pair whose votes leave a writer out or
    /// name different ones is not there: who wrote it is not known.
    /// </summary>
    public IReadOnlyDictionary<long, (string First, string Second)> WritersOf(string judge) => Connection
        .Query<(long Pair, string First, string Second)>(
            """
            SELECT pair_id, MIN(model_first), MIN(model_second)
            FROM vote JOIN judge ON judge.id = vote.judge_id WHERE judge.name = @judge
            GROUP BY pair_id
            HAVING COUNT(model_first) = COUNT(*) AND COUNT(model_second) = COUNT(*)
                AND MIN(model_first) = MAX(model_first) AND MIN(model_second) = MAX(model_second)
            """, new { judge })
        .ToDictionary(row => row.Pair, row => (row.First, row.Second));

    /// <summary>The votes that name the writers of both sides, counted by judge and by who wrote what the judge saw as A and as B.</summary>
    public IReadOnlyList<(string Judge, string A, string B, long Votes)> WritersBySide() => [.. Connection.Query<(string, string, string, long)>("""
        SELECT judge.name, CASE WHEN first_is_a THEN model_first ELSE model_second END AS a, CASE WHEN first_is_a THEN model_second ELSE model_first END AS b, SUM(vote.count)
        FROM vote JOIN judge ON judge.id = vote.judge_id
        WHERE model_first IS NOT NULL AND model_second IS NOT NULL
        GROUP BY judge.name, a, b ORDER BY judge.name COLLATE BINARY, a COLLATE BINARY, b COLLATE BINARY
        """)];

    /// <summary>The groups that the votes of each context belong to, each once, by the context's row id.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> GroupsOfContexts() => Connection
        .Query<(long Id, string? Scenario, string Metadata)>("SELECT id, scenario, metadata FROM context")
        .ToDictionary(row => row.Id, row => (IReadOnlyList<string>)[.. Group.Of(row.Scenario, JsonSerializer.Deserialize(row.Metadata, StudyJson.Default.DictionaryStringString)!).Distinct()]);

    /// <summary>How many responses show signs of manipulation, of those that were looked through.</summary>
    public int FlaggedResponses() => Connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT response_id) FROM response_flag");

    /// <summary>How many responses were not looked through for signs of manipulation yet.</summary>
    public int CountUnscanned() => Connection.ExecuteScalar<int>("SELECT (SELECT COUNT(*) FROM response) - (SELECT COUNT(*) FROM response_scan)");

    /// <summary>The responses that were not looked through for signs of manipulation, in the order of their row ids.</summary>
    /// <param name="after">Row id after which to begin.</param>
    /// <param name="most">How many to give at most.</param>
    public IReadOnlyList<StoredResponse> Unscanned(long after, int most) => [.. Connection.Query<StoredResponse>(
        "SELECT id AS Id, text AS Text FROM response WHERE id > @after AND NOT EXISTS (SELECT 1 FROM response_scan WHERE response_id = response.id) ORDER BY id LIMIT @most", new { after, most })];

    /// <summary>Places in responses that show signs of manipulation, in the order of the responses and of the places.</summary>
    /// <param name="most">How many to give at most.</param>
    public IReadOnlyList<FlaggedPlace> FlaggedPlaces(int most) => [.. Connection.Query<(byte[] Hash, string Kind, long Start, long Length, string Text)>(
        "SELECT hash, kind, start, length, text FROM response_flag JOIN response ON response.id = response_id ORDER BY response_id, start, kind COLLATE BINARY LIMIT @most", new { most })
        .Select(row => new FlaggedPlace(ContentHash.FromBytes(row.Hash), row.Kind, (int)row.Start, (int)row.Length, row.Text))];

    /// <summary>The groups that are scenarios, by name: those that votes name and those that a classifier told.</summary>
    public IReadOnlyList<string> Scenarios() => [.. Connection
        .Query<string>("SELECT scenario FROM context WHERE scenario IS NOT NULL AND scenario <> '' UNION SELECT grp FROM query_scenario").Order(StringComparer.Ordinal).Select(Group.OfScenario)];

    /// <summary>The group of every pair whose query a classifier told the scenario of, by the pair's row id.</summary>
    public IReadOnlyDictionary<long, string> ToldScenarios() => Connection
        .Query<(long Pair, string Group)>("SELECT pair.id, grp FROM pair JOIN query_scenario ON query_scenario.query_id = pair.query_id")
        .ToDictionary(row => row.Pair, row => Group.OfScenario(row.Group));

    /// <summary>Row ids of the contexts that name a scenario.</summary>
    public IReadOnlySet<long> ContextsWithScenario() => Connection.Query<long>("SELECT id FROM context WHERE scenario IS NOT NULL AND scenario <> ''").ToHashSet();

    /// <summary>The true weights of simulated judges: judge → property → weight.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> PlantedWeights() => Connection
        .Query<(string Judge, string Property, double Weight)>(
            "SELECT judge.name, property.name, weight FROM planted_weight JOIN judge ON judge.id = judge_id JOIN property ON property.id = property_id")
        .GroupBy(row => row.Judge)
        .ToDictionary(rows => rows.Key, rows => (IReadOnlyDictionary<string, double>)rows.ToDictionary(row => row.Property, row => row.Weight));

    /// <summary>Hash of every vote and how often it was given: it changes when, and only when, the votes do.</summary>
    public ContentHash DataHash()
    {
        var votes = new List<(ContentHash Hash, long Count)>();
        using (var command = Connection.CreateCommand())
        {
            command.CommandText = "SELECT hash, count FROM vote";
            using var rows = command.ExecuteReader();
            while (rows.Read()) votes.Add((ContentHash.FromBytes(rows.GetFieldValue<byte[]>(0)), rows.GetInt64(1)));
        }
        // Sorted here: in the order of the index on hashes every count would be looked up in another place of the file.
        votes.Sort((one, other) => one.Hash.CompareTo(other.Hash));
        return ContentHash.OfMany("votes", votes.Select(vote => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(vote.Hash.ToBytes())}{vote.Count}")));
    }
}
