using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>The row of a property, found by its short name and made where there is none.</summary>
internal static class PropertyRow
{
    public static long IdOf(SqliteConnection connection, SqliteTransaction transaction, string shortName) =>
        connection.ExecuteScalar<long>("INSERT INTO property (name) VALUES (@shortName) ON CONFLICT DO UPDATE SET name = name RETURNING id", new { shortName }, transaction);
}
