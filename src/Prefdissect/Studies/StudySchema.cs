using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>The schema of the study file: a list of migrations, each an embedded SQL file; a file's version is how many have been applied.</summary>
internal static class StudySchema
{
    /// <summary>Marks a SQLite file as a study: "PRFD".</summary>
    public const int ApplicationId = 0x50524644;

    private static readonly IReadOnlyList<string> Migrations = Load();

    /// <summary>The version that this program writes.</summary>
    public static int Current => Migrations.Count;

    /// <summary>The version of an open file; 0 for an empty one.</summary>
    public static int VersionOf(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    /// <summary>Applies the migrations from the file's version up to <paramref name="target"/>, in one transaction.</summary>
    public static void Migrate(SqliteConnection connection, int target)
    {
        using var transaction = connection.BeginTransaction();
        for (var version = VersionOf(connection); version < target; version++)
        {
            connection.Execute(Migrations[version], transaction: transaction);
        }
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {target}"), transaction: transaction);
        transaction.Commit();
    }

    private static List<string> Load()
    {
        var assembly = typeof(StudySchema).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Contains(".Studies.Migrations.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name)),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
