using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Models.Fencing;

namespace Prefdissect.Studies;

/// <summary>Writes what a look through responses found; another look replaces the first.</summary>
public sealed class ScanWriter
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal ScanWriter(SqliteConnection connection, SqliteTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>Writes what was found in one response.</summary>
    /// <param name="response">Row id of the response.</param>
    /// <param name="signs">The signs; none where it is clean.</param>
    public void Add(long response, IReadOnlyList<ManipulationSign> signs)
    {
        connection.Execute("INSERT OR REPLACE INTO response_scan VALUES (@response, @count); DELETE FROM response_flag WHERE response_id = @response", new { response, count = signs.Count }, transaction);
        foreach (var sign in signs)
        {
            connection.Execute("INSERT OR IGNORE INTO response_flag VALUES (@response, @kind, @Start, @Length)", new { response, kind = sign.Kind.ToString(), sign.Start, sign.Length }, transaction);
        }
    }
}
