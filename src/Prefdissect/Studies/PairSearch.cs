using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Annotating;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Finds pairs by what the study says of them, in the order of their row ids, a few at a time. What a person typed goes into parameters alone.</summary>
public sealed class PairSearch
{
    private const int MostLookedUp = 1_000_000;
    private const int MostLookedUpOfPhrase = 100_000;

    private readonly SqliteConnection connection;
    private readonly List<string> parts = ["pair.id > @above AND pair.id < @below"];
    private readonly Dictionary<string, object?> values = [];

    /// <summary>A search of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="conditions">What must hold of a pair; words need <see cref="HasIndex"/>.</param>
    public PairSearch(Study study, PairConditions conditions)
    {
        connection = study.Connection;
        if (conditions.Group is { } group) AddGroup(group);
        if (conditions.Vote is { } vote) AddMajority("voter", vote.Judge, vote.Verdict switch { Verdict.A => "> 0", Verdict.B => "< 0", _ => "= 0" });
        foreach (var (i, judge) in conditions.Decided.Index()) AddMajority($"decided{i}", judge, "<> 0");
        if (conditions.Disagreeing is var (one, other)) parts.Add($"{Majority("one", one)} * {Majority("other", other)} < 0");
        if (conditions.AnyDisagree) parts.Add($"EXISTS ({MajorityOfAny} > 0) AND EXISTS ({MajorityOfAny} < 0)");
        if (conditions.Flagged) parts.Add("(EXISTS (SELECT 1 FROM response_flag WHERE response_id = first_id) OR EXISTS (SELECT 1 FROM response_flag WHERE response_id = second_id))");
        if (conditions.Unequal is var (annotator, property)) AddUnequal(annotator, property);
        foreach (var (i, words) in conditions.Words.Index()) AddWords(i, words);
    }

    /// <summary>Whether the study has the group of the conditions at all; true where they name none.</summary>
    public bool HasGroup { get; private set; } = true;

    /// <summary>Whether the words of a study's texts are indexed; those of an older study that is open to be read are not.</summary>
    public static bool HasIndex(Study study) => FullText.IsWhole(study.Connection);

    /// <summary>The smallest and the largest row id of a pair; 0 and 0 where there is none.</summary>
    public (long Least, long Most) Ends() => connection.QuerySingle<(long, long)>("SELECT COALESCE((SELECT MIN(id) FROM pair), 0), COALESCE((SELECT MAX(id) FROM pair), 0)");

    /// <summary>Row ids of pairs between two row ids, ascending.</summary>
    public IReadOnlyList<long> Ascending(long above, long below, int most, CancellationToken cancellation) => Found("ORDER BY pair.id LIMIT @most", above, below, most, cancellation);

    /// <summary>Row ids of pairs between two row ids, descending.</summary>
    public IReadOnlyList<long> Descending(long above, long below, int most, CancellationToken cancellation) => Found("ORDER BY pair.id DESC LIMIT @most", above, below, most, cancellation);

    /// <summary>How many pairs there are between two row ids, counted up to a number.</summary>
    public int Count(long above, long below, int most, CancellationToken cancellation) =>
        Run(() => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM (SELECT 1 FROM pair WHERE {Where} LIMIT @most)", ParametersOf(above, below, most)), cancellation);

    private string Where => string.Join(" AND ", parts);

    private IReadOnlyList<long> Found(string order, long above, long below, int most, CancellationToken cancellation) =>
        Run<IReadOnlyList<long>>(() => [.. connection.Query<long>($"SELECT pair.id FROM pair WHERE {Where} {order}", ParametersOf(above, below, most))], cancellation);

    private DynamicParameters ParametersOf(long above, long below, int most)
    {
        var parameters = new DynamicParameters(new { above, below, most });
        foreach (var (name, value) in values) parameters.Add(name, value);
        return parameters;
    }

    // A search among a million pairs that nobody waits for any more is to end at once.
    private T Run<T>(Func<T> search, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var interruption = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            return search();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
    }

    // What texts hold is looked up once a statement for all pairs, which takes a fifth of a second for a million texts; of what still more hold, asking pair by pair fills a page sooner.
    // Pairs with the words of a phrase are read in many statements, and none of them is counted.
    private void AddWords(int i, IReadOnlyList<string> words)
    {
        var (name, quoted) = ($"words{i}", string.Join(" AND ", words.Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        values[name] = quoted;
        var most = words.Count > 1 ? MostLookedUpOfPhrase : MostLookedUp;
        var of = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM (SELECT 1 FROM response_text WHERE response_text MATCH @quoted LIMIT @most)", new { quoted, most });
        parts.Add(of < most
            ? $"""
              (first_id IN (SELECT rowid FROM response_text WHERE response_text MATCH @{name}) OR second_id IN (SELECT rowid FROM response_text WHERE response_text MATCH @{name})
                OR query_id IN (SELECT rowid FROM query_text WHERE query_text MATCH @{name}))
              """
            : $"""
              (EXISTS (SELECT 1 FROM response_text WHERE response_text MATCH @{name} AND rowid = first_id) OR EXISTS (SELECT 1 FROM response_text WHERE response_text MATCH @{name} AND rowid = second_id)
                OR EXISTS (SELECT 1 FROM query_text WHERE query_text MATCH @{name} AND rowid = query_id))
              """);
    }

    // As RatedStudy puts votes into groups: what a vote says of itself goes before what a classifier told of its query.
    private void AddGroup(string group)
    {
        var scenario = ScenarioOf(group);
        var contexts = connection.Query<long>(
            """
            SELECT id FROM context WHERE (scenario = @scenario AND scenario <> '') OR EXISTS (
                SELECT 1 FROM json_each(metadata) WHERE CASE WHEN key LIKE @prefix AND value = @yes THEN substr(key, @skip) ELSE key || '=' || value END = @group)
            """,
            new { scenario, group, prefix = Group.SubsetPrefix + "%", yes = Group.InSubset, skip = Group.SubsetPrefix.Length + 1 });
        values["contexts"] = $"[{string.Join(',', contexts)}]";
        values["told"] = connection.ExecuteScalar<string?>("SELECT grp FROM told_scenario WHERE grp = @scenario LIMIT 1", new { scenario });
        HasGroup = contexts.Any() || values["told"] is not null;
        parts.Add("""
            (EXISTS (SELECT 1 FROM vote WHERE vote.pair_id = pair.id AND vote.context_id IN (SELECT value FROM json_each(@contexts)))
                OR (@told IS NOT NULL AND EXISTS (SELECT 1 FROM query_scenario WHERE query_scenario.query_id = pair.query_id AND grp = @told)
                    AND (NOT EXISTS (SELECT 1 FROM vote WHERE vote.pair_id = pair.id)
                        OR EXISTS (SELECT 1 FROM vote JOIN context ON context.id = vote.context_id WHERE vote.pair_id = pair.id AND COALESCE(context.scenario, '') = ''))))
            """);
    }

    private static string? ScenarioOf(string group)
    {
        const string written = "scenario=";
        if (Group.OfScenario(group) == group) return group;
        return group.StartsWith(written, StringComparison.Ordinal) && Group.OfScenario(group[written.Length..]) == group ? group[written.Length..] : null;
    }

    private void AddMajority(string name, string judge, string condition) => parts.Add($"{Majority(name, judge)} {condition}");

    private string Majority(string name, string judge)
    {
        values[name] = judge;
        return $"(SELECT SUM(verdict * count) FROM vote WHERE judge_id = (SELECT id FROM judge WHERE name = @{name}) AND vote.pair_id = pair.id)";
    }

    private const string MajorityOfAny = "SELECT 1 FROM vote WHERE vote.pair_id = pair.id GROUP BY judge_id HAVING SUM(verdict * count)";

    private void AddUnequal(AnnotatorIdentity annotator, string property)
    {
        (values["annotator"], values["version"], values["property"]) = (annotator.Id, annotator.Version, property);
        parts.Add($"{Value(0, "first_id")} <> {Value(1, "second_id")}");
    }

    private static string Value(int side, string response) =>
        $"""
        COALESCE(
            (SELECT value FROM pair_rating WHERE annotator_id = {Annotator} AND pair_rating.pair_id = pair.id AND side = {side} AND property_id = {RatedProperty} AND state = 1),
            (SELECT value FROM response_rating WHERE annotator_id = {Annotator} AND response_id = {response} AND property_id = {RatedProperty} AND state = 1))
        """;

    private const string Annotator = "(SELECT id FROM annotator WHERE name = @annotator AND version = @version)";

    private const string RatedProperty = "(SELECT id FROM property WHERE name = @property)";
}
