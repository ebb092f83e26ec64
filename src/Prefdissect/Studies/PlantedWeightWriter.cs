using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>Writes the true weights of simulated judges, so that fits can be compared with them.</summary>
public sealed class PlantedWeightWriter
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal PlantedWeightWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>Writes a judge's weight of one property.</summary>
    public void Add(string judge, string property, double weight)
    {
        var judgeId = connection.ExecuteScalar<long>(
            "INSERT INTO judge (name) VALUES (@judge) ON CONFLICT DO UPDATE SET name = name RETURNING id", new { judge }, transaction);
        connection.Execute(
            "INSERT OR REPLACE INTO planted_weight VALUES (@judgeId, @propertyId, @weight)",
            new { judgeId, propertyId = PropertyRow.IdOf(connection, transaction, property), weight }, transaction);
    }
}
