using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Properties;

namespace Prefdissect.Studies;

/// <summary>Puts ratings aside that were made by another definition of their property, so that ratings by different definitions are never mixed.</summary>
internal sealed class Redefinition(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>Puts aside what one annotator, or with <see langword="null"/> every one, rated by another definition.</summary>
    public void PutAside(long? annotator, IReadOnlyList<AskedProperty> properties)
    {
        var now = properties.Where(property => property.Definition.Length > 0).ToDictionary(property => property.Name, StringComparer.Ordinal);
        var sets = connection.Query<(long Id, string Properties)>(
            "SELECT id, properties FROM asked_set WHERE id IN (SELECT set_id FROM step_part WHERE annotator_id = COALESCE(@annotator, annotator_id))", new { annotator }, transaction).ToList();
        var aside = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, json) in sets)
        {
            var set = AskedSet.Parse(json);
            var others = set.Where(of => of.Definition.Length > 0 && !of.IsAside && now.TryGetValue(of.Name, out var asked) && asked != of).ToHashSet();
            if (others.Count == 0) continue;
            var marked = AskedSet.Of(set.Select(of => others.Contains(of) ? of.PutAside() : of));
            var to = connection.ExecuteScalar<long>("INSERT INTO asked_set (properties) VALUES (@marked) ON CONFLICT DO UPDATE SET properties = properties RETURNING id", new { marked }, transaction);
            connection.Execute("UPDATE step_part SET set_id = @to WHERE set_id = @id AND annotator_id = COALESCE(@annotator, annotator_id)", new { id, to, annotator }, transaction);
            aside.UnionWith(others.Select(of => of.Name));
        }
        foreach (var name in aside)
        {
            connection.Execute(
                """
                DELETE FROM pair_rating WHERE property_id = (SELECT id FROM property WHERE name = @name)
                    AND annotator_id IN (SELECT id FROM annotator WHERE id = COALESCE(@annotator, id) AND name LIKE 'llm:%')
                """, new { name, annotator }, transaction);
        }
    }

    /// <summary>Those of some properties whose definition in the study is another one, which is rated by.</summary>
    /// <exception cref="StudyException">Something else than a model rated by it, so that it cannot be changed.</exception>
    public IReadOnlyList<Property> Changing(IEnumerable<Property> own)
    {
        var changing = own.Where(property => !PropertySet.Published.TryFind(property.ShortName, out _) && HeldOf(property) is { } held && held != PropertyDocument.Of(property)).ToList();
        if (changing.Find(RatedByOthers) is { } fixedBy) throw PropertyRow.Mixed(fixedBy);
        return changing;
    }

    private string? HeldOf(Property property) => connection.ExecuteScalar<string?>("SELECT definition FROM property WHERE name = @ShortName", new { property.ShortName }, transaction);

    /// <summary>Takes the definition of a property that is no published one in the place of the one that the study holds.</summary>
    public void Take(Property property, IReadOnlyList<AskedProperty> properties)
    {
        if (PropertySet.Published.TryFind(property.ShortName, out _)) return;
        var definition = PropertyDocument.Of(property);
        var held = HeldOf(property);
        if (held is null || held == definition || RatedByOthers(property)) return;
        connection.Execute("UPDATE property SET definition = @definition WHERE name = @ShortName", new { property.ShortName, definition }, transaction);
        PutAside(null, [.. properties.Where(asked => asked.Name == property.ShortName)]);
    }

    // Left to the writer of ratings, which refuses to mix them.
    private bool RatedByOthers(Property property) => connection.ExecuteScalar<bool>(
        """
        SELECT EXISTS (SELECT 1 FROM response_rating WHERE property_id = (SELECT id FROM property WHERE name = @ShortName))
            OR EXISTS (SELECT 1 FROM pair_rating JOIN annotator ON annotator.id = annotator_id WHERE property_id = (SELECT id FROM property WHERE name = @ShortName) AND annotator.name NOT LIKE 'llm:%')
        """, new { property.ShortName }, transaction);
}
