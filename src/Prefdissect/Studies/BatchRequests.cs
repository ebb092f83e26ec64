using Dapper;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>Requests that were written into batch files and have neither an answer nor a failure yet. A provider may be answering them, so that sending them again would pay twice.</summary>
public sealed class BatchRequests(Study study)
{
    /// <summary>Those that are open: by the key of the answer, the file that holds them and when it was written.</summary>
    public IReadOnlyDictionary<ContentHash, (string File, DateTimeOffset Written)> Open() => study.Connection
        .Query<(byte[] Key, string File, long Written)>("SELECT key, file, written FROM batch_request WHERE NOT EXISTS (SELECT 1 FROM answer WHERE answer.key = batch_request.key)")
        .ToDictionary(row => ContentHash.FromBytes(row.Key), row => (row.File, DateTimeOffset.FromUnixTimeMilliseconds(row.Written)));

    /// <summary>Notes requests as written into a file.</summary>
    public void Add(IEnumerable<ContentHash> keys, string file, DateTimeOffset written)
    {
        using var transaction = study.Connection.BeginTransaction(deferred: false);
        study.Connection.Execute(
            "INSERT OR REPLACE INTO batch_request VALUES (@key, @file, @written)", keys.Select(key => new { key = key.ToBytes(), file, written = written.ToUnixTimeMilliseconds() }), transaction);
        transaction.Commit();
    }

    /// <summary>Forgets requests, so that they may be asked again.</summary>
    public void Remove(IEnumerable<ContentHash> keys)
    {
        using var transaction = study.Connection.BeginTransaction(deferred: false);
        study.Connection.Execute("DELETE FROM batch_request WHERE key = @key", keys.Select(key => new { key = key.ToBytes() }), transaction);
        transaction.Commit();
    }
}
