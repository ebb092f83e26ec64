using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>
/// An open study file: one SQLite database in WAL mode, so that others read while one writes. Not safe for use from several threads;
/// open the file once a thread instead.
/// </summary>
public sealed class Study : IDisposable
{
    private readonly bool created;

    private Study(string path, SqliteConnection connection, bool created)
    {
        Path = path;
        Connection = connection;
        this.created = created;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    internal SqliteConnection Connection { get; }

    /// <summary>Opens a study that exists, migrating an older one forward after a backup copy beside it.</summary>
    /// <exception cref="StudyException">The file is missing, is no study, is of a newer version, or cannot be opened.</exception>
    public static Study Open(string path)
    {
        RefuseNoFile(path);
        if (!File.Exists(path))
        {
            throw new StudyException($"{path}: there is no such study. Make one with `prefdissect import FILE -s {path}` or `prefdissect simulate -s {path}`.");
        }
        return Opened(path, SqliteOpenMode.ReadWrite, created: false);
    }

    /// <summary>Opens a study, or creates an empty one where there is no file or an empty file.</summary>
    /// <exception cref="StudyException">The file is no study, is of a newer version, or cannot be opened or created.</exception>
    public static Study OpenOrCreate(string path)
    {
        RefuseNoFile(path);
        var file = new FileInfo(path);
        if (file.Directory is { Exists: false } folder) throw new StudyException($"{path}: the folder {folder.FullName} does not exist. Make it first.");
        return Opened(path, SqliteOpenMode.ReadWriteCreate, created: !file.Exists || file.Length == 0);
    }

    /// <summary>Whether a file begins as every SQLite file does.</summary>
    public static bool LooksLikeStudy(string path)
    {
        Span<byte> head = stackalloc byte[16];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>
    /// Takes a study away again that this object created, for when the work that was to fill it failed. One that holds pairs by now, or that another program is
    /// writing to, stays.
    /// </summary>
    public void DiscardIfCreated()
    {
        if (!created) return;
        var unused = IsUnused();
        Dispose();
        if (!unused) return;
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(Path + suffix);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.Dispose();
    }

    /// <summary>Begins a look at the study that sees one state of it, whatever others write, until it is disposed. Nothing can be written meanwhile.</summary>
    public IDisposable BeginRead()
    {
        var transaction = Connection.BeginTransaction(deferred: true);
        // SQLite takes the state at the first read.
        Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master", transaction: transaction);
        return transaction;
    }

    /// <summary>Begins a write: all of it is kept once committed, or, when it is disposed before or the process dies, nothing.</summary>
    /// <exception cref="StudyException">Another program is writing and does not finish.</exception>
    public StudyWrite BeginWrite()
    {
        try
        {
            return new StudyWrite(Connection, Connection.BeginTransaction(deferred: false));
        }
        catch (SqliteException error)
        {
            throw new StudyException(Explain(Path, error), error);
        }
    }

    private static void RefuseNoFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new StudyException("A study needs a file name. Name one with -s NAME.study.");
        if (Directory.Exists(path)) throw new StudyException($"{path}: this is a folder, and a study is a file. Name one with -s NAME.study.");
    }

    private bool IsUnused()
    {
        Connection.DefaultTimeout = 1;
        try
        {
            Connection.Execute("PRAGMA busy_timeout = 0");
            using var transaction = Connection.BeginTransaction(deferred: false);
            return !Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pair)", transaction: transaction);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static Study Opened(string path, SqliteOpenMode mode, bool created)
    {
        SQLitePCL.Batteries_V2.Init();
        // The full path, because some names, such as :memory:, mean something else to SQLite.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = System.IO.Path.GetFullPath(path), Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 60000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY;");
            Admit(path, connection, created);
            return new Study(path, connection, created);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new StudyException(Explain(path, error), error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Admit(string path, SqliteConnection connection, bool created)
    {
        var version = StudySchema.VersionOf(connection);
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        // A process killed while it created the file leaves a database that nobody has claimed, without tables.
        created |= (version, application) == (0, 0) && connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master") == 0;
        if (!created && application != StudySchema.ApplicationId)
        {
            throw new StudyException($"{path}: this is an SQLite file, but not a Prefdissect study. Name another file with -s.");
        }
        if (version > StudySchema.Current)
        {
            throw new StudyException($"{path}: the study has version {version}, and this program knows versions up to {StudySchema.Current}. Use a newer Prefdissect.");
        }
        if (version == StudySchema.Current) return;
        if (!created) BackUp(path, connection, version);
        connection.Execute("PRAGMA journal_mode = WAL");
        StudySchema.Migrate(connection, StudySchema.Current);
    }

    private static void BackUp(string path, SqliteConnection connection, int version)
    {
        var partial = $"{path}.{System.IO.Path.GetRandomFileName()}.backup";
        connection.Execute("VACUUM INTO $partial", new { partial });
        // An older backup of the same name is a copy of other data: it stays.
        var backup = Enumerable.Range(1, int.MaxValue).Select(number => $"{path}.v{version}{(number == 1 ? "" : $"-{number}")}.backup").First(name => !File.Exists(name));
        File.Move(partial, backup);
    }

    private static string Explain(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"{path}: this is not a study file (it is not an SQLite database). A file of votes is read with `prefdissect import {path} -s NAME.study`.",
        SQLitePCL.raw.SQLITE_BUSY => $"{path}: another program is writing to the study and did not finish within 60 s. Try again when it has.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"{path}: the study file is damaged ({error.Message}). Go back to a copy of it.",
        SQLitePCL.raw.SQLITE_CANTOPEN => $"{path}: the study cannot be opened. Is it a folder, or are there rights missing?",
        SQLitePCL.raw.SQLITE_READONLY => $"{path}: the study cannot be written to. Are there rights missing, or is the disk read-only?",
        SQLitePCL.raw.SQLITE_FULL => $"{path}: the disk is full.",
        _ => $"{path}: {error.Message}",
    };
}
