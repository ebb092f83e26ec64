using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Judging;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>
/// Writes what one judge answered, and the vote that follows from it: one a pair, from the readings of round 0, in place of an earlier one. A vote carries what all earlier votes
/// on the pair agree on: the scenario, metadata, and who wrote the responses. A judge that is asked in both orders has no vote of one of them, also where it was asked in one before.
/// </summary>
public sealed class JudgementWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly ContentStore content;
    private readonly PreparedStatement asked;
    private readonly JudgeDescription description;
    private readonly long judge;
    private long? source;

    internal JudgementWriter(SqliteConnection connection, SqliteTransaction transaction, JudgeDescription description)
    {
        (this.connection, this.transaction, this.description) = (connection, transaction, description);
        content = new ContentStore(connection, transaction);
        judge = content.IdOfJudge(description.Name);
        if (description.AsksBothOrders) TakeBackVotesOfOneOrder();
        connection.Execute(
            "INSERT OR REPLACE INTO judge_description VALUES (@judge, @kind, @document)",
            new { judge, kind = description.Kind.ToString(), document = JsonSerializer.Serialize(description, StudyJson.Default.JudgeDescription) }, transaction);
        asked = new PreparedStatement(
            connection, transaction, "INSERT OR REPLACE INTO asked VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)", 17);
    }

    /// <summary>Takes away all readings and votes of the judge: they are of another description of it.</summary>
    public void Forget()
    {
        connection.Execute("DELETE FROM asked WHERE judge_id = @judge", new { judge }, transaction);
        connection.Execute("DELETE FROM vote WHERE judge_id = @judge AND source_id IN (SELECT id FROM source WHERE format = 'judged')", new { judge }, transaction);
    }

    /// <summary>Takes away what the judge said of a pair.</summary>
    /// <param name="pair">Row id of the pair.</param>
    public void Remove(long pair)
    {
        connection.Execute("DELETE FROM asked WHERE judge_id = @judge AND pair_id = @pair", new { judge, pair }, transaction);
        connection.Execute("DELETE FROM vote WHERE judge_id = @judge AND pair_id = @pair AND source_id IN (SELECT id FROM source WHERE format = 'judged')", new { judge, pair }, transaction);
    }

    /// <summary>Writes a reading, in place of an earlier one of the same pair, round and order.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="reading">The reading.</param>
    public void Add(long pair, OrderReading reading) => asked.Run(
        judge, pair, reading.Round, (int)reading.Order, (int)reading.State, reading.Reason, reading.LogProbA, reading.LogProbB,
        (reading.IsBoundedA ? 1 : 0) + (reading.IsBoundedB ? 2 : 0), reading.Mass, reading.Said switch { Verdict.A => 1, Verdict.B => -1, Verdict.Tie => 0, _ => (int?)null },
        reading.Rationale, reading.PromptTokens, reading.AnswerTokens, reading.Seconds, reading.LeftOut, reading.Answer?.ToBytes());

    /// <summary>
    /// Writes a reading that came with an imported vote, unless it is there already. Of the same pair in the same order asked again, each reading has a round of its own.
    /// </summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="reading">The reading; its round is found here.</param>
    public void AddOnce(long pair, OrderReading reading)
    {
        var known = connection.Query<(long Round, double? A, double? B)>(
            "SELECT round, log_prob_a, log_prob_b FROM asked WHERE judge_id = @judge AND pair_id = @pair AND ord = @order", new { judge, pair, order = (int)reading.Order }, transaction).AsList();
        if (known.Exists(of => of.A == reading.LogProbA && of.B == reading.LogProbB)) return;
        Add(pair, reading with { Round = known.Count == 0 ? 0 : (int)known.Max(of => of.Round) + 1 });
    }

    /// <summary>Writes the vote that follows from the readings of a pair, or takes an earlier one away where none follows.</summary>
    /// <param name="pair">Row id of the pair.</param>
    /// <param name="reading">The readings of round 0.</param>
    public void Vote(long pair, PairReading reading)
    {
        var source = Source();
        connection.Execute("DELETE FROM vote WHERE judge_id = @judge AND pair_id = @pair AND source_id = @source", new { judge, pair, source }, transaction);
        if (reading.Sign is not { } sign || (description.AsksBothOrders && !reading.HasBoth)) return;
        var (context, first, second) = SharedBy(pair);
        var firstIsA = reading.One?.Verdict is not null;
        var hash = ContentHash.Of("judged", description.Name, connection.ExecuteScalar<byte[]>("SELECT hash FROM pair WHERE id = @pair", new { pair }, transaction) is { } bytes ? Convert.ToHexString(bytes) : "");
        connection.Execute(
            """
            INSERT INTO vote (hash, pair_id, judge_id, context_id, source_id, verdict, first_is_a, margin, model_first, model_second, count)
            VALUES (@hash, @pair, @judge, @context, @source, @sign, @firstIsA, @margin, @first, @second, 1)
            """,
            new { hash = hash.ToBytes(), pair, judge, context, source, sign, firstIsA, margin = reading.Margin, first, second }, transaction);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        asked.Dispose();
        content.Dispose();
    }

    // The readings stay: each pair's vote follows anew once its other order is there.
    private void TakeBackVotesOfOneOrder()
    {
        var earlier = connection.QuerySingleOrDefault<string>("SELECT document FROM judge_description WHERE judge_id = @judge", new { judge }, transaction);
        if (earlier is null || JsonSerializer.Deserialize(earlier, StudyJson.Default.JudgeDescription)!.AsksBothOrders) return;
        connection.Execute(
            """
            DELETE FROM vote WHERE judge_id = @judge AND source_id IN (SELECT id FROM source WHERE format = 'judged')
            AND pair_id NOT IN (SELECT pair_id FROM asked WHERE judge_id = @judge AND round = 0 AND state = @done GROUP BY pair_id HAVING COUNT(*) = 2)
            """, new { judge, done = (int)ReadingState.Done }, transaction);
    }

    private long Source()
    {
        var name = $"judged by {description.Name}";
        return source ??= connection.ExecuteScalar<long?>("SELECT id FROM source WHERE name = @name AND format = 'judged'", new { name }, transaction)
            ?? connection.ExecuteScalar<long>("INSERT INTO source (name, format, simulated) VALUES (@name, 'judged', 0) RETURNING id", new { name }, transaction);
    }

    private (long Context, string? First, string? Second) SharedBy(long pair)
    {
        var votes = connection.Query<(string? Scenario, string Metadata, string? First, string? Second)>(
            """
            SELECT DISTINCT scenario, metadata, model_first, model_second FROM vote JOIN context ON context.id = context_id
            WHERE pair_id = @pair AND judge_id NOT IN (SELECT judge_id FROM judge_description WHERE kind <> 'Imported')
            """, new { pair }, transaction).AsList();
        var metadata = votes.Select(vote => JsonSerializer.Deserialize(vote.Metadata, StudyJson.Default.DictionaryStringString)!).ToList();
        var shared = metadata.Count == 0 ? [] : metadata[0].Where(entry => metadata.All(other => other.TryGetValue(entry.Key, out var value) && value == entry.Value));
        return (
            content.IdOfContext(Shared(votes.Select(vote => vote.Scenario)), [.. shared.OrderBy(entry => entry.Key, StringComparer.Ordinal)]),
            Shared(votes.Select(vote => vote.First)), Shared(votes.Select(vote => vote.Second)));
    }

    private static string? Shared(IEnumerable<string?> values) => values.Distinct().ToList() is [var only] ? only : null;
}
