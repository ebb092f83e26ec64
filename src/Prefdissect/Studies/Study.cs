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
    private Look? look;

    private Study(string path, SqliteConnection connection, bool created)
    {
        Path = path;
        Connection = connection;
        this.created = created;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>Version of the schema in the file; below <see cref="ProgramVersion"/> only where an older study is open to be read.</summary>
    public int FileVersion { get; private init; } = StudySchema.Current;

    /// <summary>Version of the schema that this program writes.</summary>
    public static int ProgramVersion => StudySchema.Current;

    internal SqliteConnection Connection { get; }

    /// <summary>Opens a study that exists, migrating an older one forward after a backup copy beside it.</summary>
    /// <exception cref="StudyException">The file is missing, is no study, is of a newer version, or cannot be opened.</exception>
    public static Study Open(string path)
    {
        RequireFile(path);
        return new Study(path, StudyOpening.ToWrite(path, SqliteOpenMode.ReadWrite, created: false), created: false);
    }

    /// <summary>
    /// Opens a study that exists to read it and nothing else: also where its file or folder may not be written to, and an older one as it would be after migrating,
    /// of which the file knows nothing.
    /// </summary>
    /// <exception cref="StudyException">The file is missing, is no study, is of a newer version, or cannot be read.</exception>
    public static Study OpenToRead(string path)
    {
        RequireFile(path);
        var (connection, version) = StudyOpening.ToRead(path);
        return new Study(path, connection, created: false) { FileVersion = version };
    }

    /// <summary>Whether a study is of an older version than this program writes: opened to be read it is copied whole.</summary>
    /// <exception cref="StudyException">The file is missing, is no study, is of a newer version, or cannot be read.</exception>
    public static bool IsOlder(string path)
    {
        RequireFile(path);
        return StudyOpening.VersionOf(path) < StudySchema.Current;
    }

    /// <summary>Opens a study, or creates an empty one where there is no file or an empty file.</summary>
    /// <exception cref="StudyException">The file is no study, is of a newer version, or cannot be opened or created.</exception>
    public static Study OpenOrCreate(string path)
    {
        RefuseNoFile(path);
        var file = new FileInfo(path);
        if (file.Directory is { Exists: false } folder) throw new StudyException($"{path}: the folder {folder.FullName} does not exist. Make it first.");
        var created = !file.Exists || file.Length == 0;
        return new Study(path, StudyOpening.ToWrite(path, SqliteOpenMode.ReadWriteCreate, created), created);
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

    /// <summary>
    /// Begins a look at the study that sees one state of it, whatever others write, until it is disposed. Nothing can be written meanwhile. A look within a look sees the
    /// same state as the outer one, which has to last longer.
    /// </summary>
    public IDisposable BeginRead()
    {
        if (look is not null) return new Look(null);
        var transaction = Connection.BeginTransaction(deferred: true);
        // SQLite takes the state at the first read.
        Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master", transaction: transaction);
        return look = new Look(() =>
        {
            look = null;
            transaction.Dispose();
        });
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
            throw StudyProblem.Of(Path, error);
        }
    }

    /// <summary>Sets how long a write waits for that of another program.</summary>
    internal void Wait(TimeSpan patience)
    {
        // SQLite waits by itself, and the library around it tries on for whole seconds.
        Connection.DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds);
        Connection.Execute(FormattableString.Invariant($"PRAGMA busy_timeout = {patience.TotalMilliseconds:0}"));
    }

    private static void RequireFile(string path)
    {
        RefuseNoFile(path);
        if (File.Exists(path)) return;
        throw new StudyException($"{path}: there is no such study. Make one with `prefdissect import FILE -s {ShellWord.Of(path)}` or `prefdissect simulate -s {ShellWord.Of(path)}`.");
    }

    private static void RefuseNoFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new StudyException("A study needs a file name. Name one with -s NAME.study.");
        if (Directory.Exists(path)) throw new StudyException($"{path}: this is a folder, and a study is a file. Name one with -s NAME.study.");
    }

    private bool IsUnused()
    {
        try
        {
            Wait(TimeSpan.Zero);
            using var transaction = Connection.BeginTransaction(deferred: false);
            return !Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pair)", transaction: transaction);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private sealed class Look(Action? end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
