using System.Text.Json;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Puts queries, responses, pairs, judges and contexts into the study once each and gives their row ids.</summary>
internal sealed class ContentStore(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Interned queries = new(connection, transaction, "query", "hash, text, earlier");
    private readonly Interned responses = new(connection, transaction, "response", "hash, text");
    private readonly Interned pairs = new(connection, transaction, "pair", "hash, query_id, first_id, second_id, source_id");
    private readonly Interned contexts = new(connection, transaction, "context", "hash, scenario, metadata");
    private readonly Interned judges = new(connection, transaction, "judge", "name");
    private readonly Dictionary<ContentHash, long> knownContexts = [];
    private readonly Dictionary<string, long> knownJudges = [];

    /// <summary>How many of the pairs given were not there before.</summary>
    public int AddedPairs => pairs.Added;

    public long IdOf(Pair pair, long source)
    {
        var hash = pair.Hash.ToBytes();
        return pairs.Find(hash) ?? pairs.Insert(hash, IdOf(pair.Query), IdOf(pair.First), IdOf(pair.Second), source);
    }

    public long IdOfJudge(string name)
    {
        if (knownJudges.TryGetValue(name, out var known)) return known;
        return knownJudges[name] = judges.Find(name) ?? judges.Insert(name);
    }

    public long IdOfContext(string? scenario, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        var json = JsonSerializer.Serialize(metadata.ToDictionary(), StudyJson.Default.DictionaryStringString);
        var hash = ContentHash.Of("context", scenario is null ? "" : "=" + scenario, json);
        if (knownContexts.TryGetValue(hash, out var known)) return known;
        return knownContexts[hash] = contexts.Find(hash.ToBytes()) ?? contexts.Insert(hash.ToBytes(), scenario, json);
    }

    public void Dispose()
    {
        foreach (var table in new[] { queries, responses, pairs, contexts, judges }) table.Dispose();
    }

    private long IdOf(Query query)
    {
        var hash = query.Hash.ToBytes();
        if (queries.Find(hash) is { } id) return id;
        var earlier = query.IsMultiTurn ? JsonSerializer.Serialize(query.Turns.SkipLast(1).ToArray(), StudyJson.Default.TurnArray) : null;
        return queries.Insert(hash, query.Text, earlier);
    }

    private long IdOf(Response response)
    {
        var hash = response.Hash.ToBytes();
        return responses.Find(hash) ?? responses.Insert(hash, response.Text);
    }

    /// <summary>A table whose first column finds a row.</summary>
    private sealed class Interned : IDisposable
    {
        private readonly PreparedStatement find;
        private readonly PreparedStatement insert;

        public Interned(SqliteConnection connection, SqliteTransaction transaction, string table, string columns)
        {
            var names = columns.Split(", ");
            find = new PreparedStatement(connection, transaction, $"SELECT id FROM {table} WHERE {names[0]} = $1", 1);
            var values = string.Join(", ", names.Select((_, i) => $"${i + 1}"));
            insert = new PreparedStatement(connection, transaction, $"INSERT INTO {table} ({columns}) VALUES ({values}) RETURNING id", names.Length);
        }

        public int Added { get; private set; }

        public long? Find(object key) => (long?)find.Run(key);

        public long Insert(params ReadOnlySpan<object?> values)
        {
            Added++;
            return (long)insert.Run(values)!;
        }

        public void Dispose()
        {
            find.Dispose();
            insert.Dispose();
        }
    }
}
