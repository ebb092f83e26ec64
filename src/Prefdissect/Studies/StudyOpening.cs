using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>Connects to study files: to write, migrating older ones; or to read, leaving every file as it is.</summary>
internal static class StudyOpening
{
    private const string Settings = "PRAGMA busy_timeout = 60000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY;";

    // Who reads leaves it to the system to keep the file.
    private const string SmallCache = "PRAGMA cache_size = -4096";

    /// <summary>A connection to read and write. An older study is migrated, after a backup copy beside it.</summary>
    public static SqliteConnection ToWrite(string path, SqliteOpenMode mode, bool created) =>
        Connected(path, SourceOf(path), mode, connection => Admit(path, connection, created));

    /// <summary>A connection to read, and the version of the file. An older study is read from a private copy that is migrated.</summary>
    public static (SqliteConnection Connection, int Version) ToRead(string path)
    {
        var connection = Readable(path);
        var version = StudySchema.VersionOf(connection);
        if (version == StudySchema.Current) return (connection, version);
        using (connection) return (MigratedCopy(path, connection), version);
    }

    /// <summary>The version of a file, without reading more of it.</summary>
    public static int VersionOf(string path)
    {
        using var connection = Readable(path);
        return StudySchema.VersionOf(connection);
    }

    private static SqliteConnection Readable(string path)
    {
        if (!MayWrite(path)) return OnReadOnlyDisk(path);
        try
        {
            return Connected(path, SourceOf(path), SqliteOpenMode.ReadWrite, connection =>
            {
                RefuseForeign(path, connection);
                connection.Execute("PRAGMA query_only = ON");
                connection.Execute(SmallCache);
            });
        }
        catch (StudyException error) when (error.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY })
        {
            return OnReadOnlyDisk(path);
        }
    }

    // Asked before anything is read: a file that may not be written to would get auxiliary files that SQLite then leaves behind.
    private static bool MayWrite(string path)
    {
        using var connection = Unopened(SourceOf(path), SqliteOpenMode.ReadWrite);
        try
        {
            connection.Open();
        }
        catch (SqliteException error)
        {
            throw StudyProblem.Of(path, error);
        }
        return SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 0;
    }

    /// <summary>
    /// A connection that writes nothing at all. What a program that ended early left in the study's <c>-wal</c> file cannot be read without writing, unless another
    /// program has the study open.
    /// </summary>
    private static SqliteConnection OnReadOnlyDisk(string path)
    {
        var log = new FileInfo(path + "-wal");
        var hasLog = log.Exists && log.Length > 0;
        try
        {
            return Connected(path, hasLog ? SourceOf(path) : UnchangingSourceOf(path), SqliteOpenMode.ReadOnly, connection =>
            {
                RefuseForeign(path, connection);
                connection.Execute(SmallCache);
            });
        }
        catch (StudyException error) when (hasLog && error.InnerException is SqliteException)
        {
            throw new StudyException(
                $"{path}: the study may not be written to here, and its last changes are still in {log.Name}. Copy both files to a folder that you may write to, and name the copy.", error);
        }
    }

    private static SqliteConnection MigratedCopy(string path, SqliteConnection older) =>
        // A database without a name is a temporary file that SQLite takes away again.
        Connected(path, "", SqliteOpenMode.ReadWriteCreate, copy =>
        {
            copy.Execute(SmallCache);
            older.BackupDatabase(copy);
            StudySchema.Migrate(copy, StudySchema.Current);
            copy.Execute("PRAGMA query_only = ON");
        });

    private static SqliteConnection Connected(string path, string source, SqliteOpenMode mode, Action<SqliteConnection> admit)
    {
        var connection = Unopened(source, mode);
        try
        {
            connection.Open();
            connection.Execute(Settings);
            admit(connection);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw StudyProblem.Of(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Unopened(string source, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
    }

    // The full path, because some names, such as :memory:, mean something else to SQLite.
    private static string SourceOf(string path) => Path.GetFullPath(path);

    private static string UnchangingSourceOf(string path)
    {
        var names = SourceOf(path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString);
        return $"file:///{string.Join('/', names).TrimStart('/')}?immutable=1";
    }

    private static void Admit(string path, SqliteConnection connection, bool created)
    {
        // A process killed while it created the file leaves a database that nobody has claimed, without tables.
        created |= IsUnclaimed(connection);
        if (!created) RefuseForeign(path, connection);
        var version = StudySchema.VersionOf(connection);
        RefuseNewer(path, version);
        if (version < StudySchema.Current)
        {
            // What a file is copied and sorted with would stay with the process for good.
            connection.Execute("PRAGMA cache_size = -16384; PRAGMA temp_store = FILE");
            if (!created) BackUp(path, connection, version);
            connection.Execute("PRAGMA journal_mode = WAL");
            StudySchema.Migrate(connection, StudySchema.Current);
            connection.Execute(Settings);
        }
        FullText.Complete(connection);
    }

    private static bool IsUnclaimed(SqliteConnection connection) =>
        StudySchema.VersionOf(connection) == 0 && ApplicationOf(connection) == 0 && connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master") == 0;

    private static int ApplicationOf(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA application_id");

    private static void RefuseForeign(string path, SqliteConnection connection)
    {
        if (IsUnclaimed(connection)) return;
        if (ApplicationOf(connection) != StudySchema.ApplicationId) throw new StudyException($"{path}: this is an SQLite file, but not a Prefdissect study. Name another file with -s.");
        RefuseNewer(path, StudySchema.VersionOf(connection));
    }

    private static void RefuseNewer(string path, int version)
    {
        if (version > StudySchema.Current)
        {
            throw new StudyException($"{path}: the study has version {version}, and this program knows versions up to {StudySchema.Current}. Use a newer Prefdissect.");
        }
    }

    private static void BackUp(string path, SqliteConnection connection, int version)
    {
        var partial = $"{path}.{Path.GetRandomFileName()}.backup";
        connection.Execute("VACUUM INTO $partial", new { partial });
        // An older backup of the same name is a copy of other data: it stays.
        var backup = Enumerable.Range(1, int.MaxValue).Select(number => $"{path}.v{version}{(number == 1 ? "" : $"-{number}")}.backup").First(name => !File.Exists(name));
        File.Move(partial, backup);
    }
}
