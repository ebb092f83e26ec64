using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>
/// Writes the votes of one source into a study. Within a source votes are a multiset; what the study keeps of each is the maximum over sources,
/// so that repeated votes of one file count and the same file again adds nothing.
/// </summary>
/// <remarks>
/// Two votes are the same when pair, judge, verdict, the side that was shown as A, margin, models, scenario and metadata are the same.
/// Nothing is kept before the transaction that the writer works in commits.
/// </remarks>
public sealed class VoteWriter : IDisposable
{
    private const string CreateIncoming = """
        CREATE TEMP TABLE IF NOT EXISTS incoming (
            hash BLOB PRIMARY KEY, pair_id INTEGER, judge_id INTEGER, context_id INTEGER, source_id INTEGER,
            verdict INTEGER, first_is_a INTEGER, margin REAL, model_first TEXT, model_second TEXT, count INTEGER) WITHOUT ROWID;
        DELETE FROM incoming;
        """;

    private const string Count = """
        INSERT INTO incoming VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        ON CONFLICT (hash) DO UPDATE SET count = count + 1
        """;

    private const string Merge = """
        INSERT INTO vote (hash, pair_id, judge_id, context_id, source_id, verdict, first_is_a, margin, model_first, model_second, count)
        SELECT hash, pair_id, judge_id, context_id, source_id, verdict, first_is_a, margin, model_first, model_second, count FROM incoming WHERE true
        ON CONFLICT (hash) DO UPDATE SET count = MAX(count, excluded.count);
        DELETE FROM incoming;
        """;

    private const string DropIdleSource = """
        DELETE FROM source WHERE id = @source
        AND NOT EXISTS (SELECT 1 FROM vote WHERE source_id = @source) AND NOT EXISTS (SELECT 1 FROM pair WHERE source_id = @source)
        AND NOT EXISTS (SELECT 1 FROM reference_answer WHERE source_id = @source)
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly ContentStore content;
    private readonly PreparedStatement count;
    private readonly long source;

    internal VoteWriter(SqliteConnection connection, SqliteTransaction transaction, VoteSource source)
    {
        this.connection = connection;
        this.transaction = transaction;
        content = new ContentStore(connection, transaction);
        connection.Execute(CreateIncoming, transaction: transaction);
        count = new PreparedStatement(connection, transaction, Count, 10);
        this.source = connection.ExecuteScalar<long>(
            "INSERT INTO source (name, format, simulated) VALUES (@Name, @Format, @Simulated) RETURNING id", source, transaction);
    }

    /// <summary>How many pairs the study did not have before.</summary>
    public int AddedPairs => content.AddedPairs;

    /// <summary>Adds one vote and gives the row id of its pair.</summary>
    public long Add(Vote vote)
    {
        var pair = vote.Pair;
        var firstIsA = pair.First.Hash == vote.A.Hash;
        var canonical = firstIsA ? vote : vote.Exchanged();
        var judge = vote.Judge ?? Vote.UnnamedJudge;
        var verdict = canonical.Verdict switch { Verdict.A => 1, Verdict.B => -1, _ => 0 };
        var pairId = content.IdOf(pair, source);
        count.Run(
            Identity(pair, canonical, judge, firstIsA).ToBytes(), pairId, content.IdOfJudge(judge), content.IdOfContext(vote.Scenario, vote.Metadata), source,
            verdict, firstIsA ? 1 : 0, canonical.Margin, canonical.ModelA, canonical.ModelB);
        return pairId;
    }

    /// <summary>Keeps an answer that errors in responses to a pair's query are judged against.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="text">The answer.</param>
    public void AddReference(long pair, string text) => connection.Execute(
        "INSERT OR IGNORE INTO reference_answer (query_id, text, source_id) SELECT query_id, @text, @source FROM pair WHERE id = @pair", new { pair, text, source }, transaction);

    /// <summary>Merges what was added into the study's votes, and indexes the words of new texts.</summary>
    public void Complete()
    {
        connection.Execute(Merge, transaction: transaction);
        connection.Execute(DropIdleSource, new { source }, transaction);
        FullText.Extend(connection, transaction);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        count.Dispose();
        content.Dispose();
    }

    private static ContentHash Identity(Pair pair, Vote canonical, string judge, bool firstIsA) => ContentHash.Of(
        "vote",
        [
            pair.Hash.ToString(), judge, canonical.Verdict.ToString(), firstIsA ? "first" : "second",
            canonical.Margin?.ToString("R", CultureInfo.InvariantCulture) ?? "", canonical.ModelA ?? "", canonical.ModelB ?? "", canonical.Scenario ?? "",
            .. canonical.Metadata.SelectMany(entry => new[] { entry.Key, entry.Value }),
        ]);
}
