using System.Buffers;
using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Costs;

namespace Prefdissect.Studies;

/// <summary>Reads and writes rows of answers and claims, inside a transaction of its caller.</summary>
internal sealed class AnswerRows(SqliteConnection connection, TimeProvider time, TimeSpan silence)
{
    private const int Quality = 4;
    private const int Window = 18;

    /// <summary>Adds a row for who is asking and takes away those of the dead, with their claims.</summary>
    public long AddAsker(AskingProcess process)
    {
        foreach (var other in connection.Query<AskerRow>("SELECT id AS Id, machine AS Machine, process AS Process, started AS Started, beat AS Beat FROM asker").ToList())
        {
            if (IsDead(other)) connection.Execute("DELETE FROM asker WHERE id = @Id", other);
        }
        return connection.ExecuteScalar<long>(
            "INSERT INTO asker (machine, process, started, beat) VALUES (@Machine, @Process, @Started, @beat) RETURNING id",
            new { process.Machine, process.Process, process.Started, beat = Now() });
    }

    public bool HasAsker(long asker) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM asker WHERE id = @asker)", new { asker });

    public void RemoveAsker(long asker) => connection.Execute("DELETE FROM asker WHERE id = @asker", new { asker });

    public void Beat(long asker) => connection.Execute("UPDATE asker SET beat = @beat WHERE id = @asker", new { asker, beat = Now() });

    public StoredAnswer? Find(byte[] key) => Find(connection, key);

    /// <summary>A stored answer, for whoever only reads.</summary>
    public static StoredAnswer? Find(SqliteConnection connection, byte[] key)
    {
        var row = connection.QuerySingleOrDefault<AnswerRow>(
            """
            SELECT format AS Format, model AS Model, step AS Step, prompt_version AS PromptVersion, raw AS Raw, prompt_tokens AS PromptTokens, answer_tokens AS AnswerTokens,
                cached_tokens AS CachedTokens, cost AS Cost, seconds AS Seconds, received AS Received
            FROM answer WHERE key = @key
            """, new { key });
        return row is null ? null : new StoredAnswer
        {
            Format = (AnswerFormat)row.Format,
            Raw = Unpacked(row.Raw),
            Model = row.Model,
            Step = row.Step,
            PromptVersion = row.PromptVersion,
            Usage = new TokenUsage((int)row.PromptTokens, (int)row.AnswerTokens, (int)row.CachedTokens),
            Cost = row.Cost,
            Elapsed = TimeSpan.FromTicks((long)Math.Round(row.Seconds * TimeSpan.TicksPerSecond)),
            Received = DateTimeOffset.FromUnixTimeMilliseconds(row.Received),
        };
    }

    public bool Has(byte[] key) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM answer WHERE key = @key)", new { key });

    public AnswerClaim Claim(byte[] key, long asker)
    {
        if (Find(key) is { } stored) return AnswerClaim.Of(stored);
        if (connection.Execute("INSERT OR IGNORE INTO answer_claim (key, asker_id) VALUES (@key, @asker)", new { key, asker }) == 1) return AnswerClaim.Granted;
        var holder = connection.QuerySingle<AskerRow>(
            "SELECT id AS Id, machine AS Machine, process AS Process, started AS Started, beat AS Beat FROM asker WHERE id = (SELECT asker_id FROM answer_claim WHERE key = @key)", new { key });
        if (holder.Id == asker || !IsDead(holder)) return AnswerClaim.Taken;
        connection.Execute("UPDATE answer_claim SET asker_id = @asker WHERE key = @key", new { key, asker });
        return AnswerClaim.Granted;
    }

    public StoredAnswer Keep(byte[] key, StoredAnswer answer, byte[] packed, long asker)
    {
        var added = connection.Execute(
            """
            INSERT OR IGNORE INTO answer (key, format, model, step, prompt_version, raw, prompt_tokens, answer_tokens, cached_tokens, cost, seconds, received)
            VALUES (@key, @format, @Model, @Step, @PromptVersion, @packed, @Prompt, @Answer, @Cached, @Cost, @TotalSeconds, @received)
            """,
            new
            {
                key,
                format = (int)answer.Format,
                answer.Model,
                answer.Step,
                answer.PromptVersion,
                packed,
                answer.Usage.Prompt,
                answer.Usage.Answer,
                answer.Usage.Cached,
                answer.Cost,
                answer.Elapsed.TotalSeconds,
                received = answer.Received.ToUnixTimeMilliseconds(),
            });
        Release(key, asker);
        return added == 1 ? answer : Find(key)!;
    }

    public void Release(byte[] key, long asker) => connection.Execute("DELETE FROM answer_claim WHERE key = @key AND asker_id = @asker", new { key, asker });

    public IReadOnlyList<StepSpending> Spending() => Spending(connection);

    public static IReadOnlyList<StepSpending> Spending(SqliteConnection connection) =>
    [
        .. connection.Query<SpendingRow>("""
            SELECT step AS Step, model AS Model, COUNT(*) AS Answers, SUM(prompt_tokens) AS Prompt, SUM(answer_tokens) AS Answer, SUM(cached_tokens) AS Cached,
                CASE WHEN COUNT(cost) = COUNT(*) THEN SUM(cost) END AS Cost, SUM(seconds) AS Seconds
            FROM answer GROUP BY step, model ORDER BY step COLLATE BINARY, model COLLATE BINARY
            """).Select(row => new StepSpending(row.Step, row.Model, (int)row.Answers, row.Prompt, row.Answer, row.Cached, row.Cost, row.Seconds)),
    ];

    public static byte[] Packed(ReadOnlySpan<byte> raw)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(raw.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(raw, buffer, out var length, Quality, Window)) throw new InvalidOperationException("A buffer of the largest size that Brotli names was too small.");
            return buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var raw = new MemoryStream(packed.Length * 4);
        stream.CopyTo(raw);
        return raw.ToArray();
    }

    private bool IsDead(AskerRow asker) => new AskingProcess(asker.Machine, (int)asker.Process, asker.Started).IsAlive is { } alive ? !alive : Now() - asker.Beat > silence.TotalMilliseconds;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record AskerRow(long Id, string Machine, long Process, long Started, long Beat);

    private sealed record AnswerRow(
        long Format, string Model, string Step, string PromptVersion, byte[] Raw, long PromptTokens, long AnswerTokens, long CachedTokens, double? Cost, double Seconds, long Received);

    // By properties, not by a constructor: a sum that is null has no type that a constructor could be chosen by.
    private sealed record SpendingRow
    {
        public required string Step { get; init; }

        public required string Model { get; init; }

        public long Answers { get; init; }

        public long Prompt { get; init; }

        public long Answer { get; init; }

        public long Cached { get; init; }

        public double? Cost { get; init; }

        public double Seconds { get; init; }
    }
}
