using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>The row of a property, found by its short name and made where there is none.</summary>
internal static class PropertyRow
{
    /// <summary>The row of a property; one that is not published keeps its definition there.</summary>
    /// <exception cref="StudyException">The study holds another definition under the same short name, so that their ratings would be mixed.</exception>
    public static long IdOf(SqliteConnection connection, SqliteTransaction transaction, Property property)
    {
        var id = IdOf(connection, transaction, property.ShortName);
        if (PropertySet.Published.TryFind(property.ShortName, out _)) return id;
        var definition = PropertyDocument.Of(property);
        var held = connection.ExecuteScalar<string?>(
            "UPDATE property SET definition = COALESCE(definition, @definition) WHERE id = @id RETURNING definition", new { id, definition }, transaction);
        return held == definition ? id : throw Mixed(property);
    }

    /// <summary>Ratings by two definitions would be mixed.</summary>
    public static StudyException Mixed(Property property) => new(
        $"The study holds another definition of the property '{property.ShortName}', and ratings by different definitions cannot be mixed. Give the changed property another short name.");

    /// <summary>The row of a published property.</summary>
    public static long IdOf(SqliteConnection connection, SqliteTransaction transaction, string shortName) =>
        connection.ExecuteScalar<long>("INSERT INTO property (name) VALUES (@shortName) ON CONFLICT DO UPDATE SET name = name RETURNING id", new { shortName }, transaction);
}
