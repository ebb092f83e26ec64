using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>What went wrong with a study file, in words for a person: the file, what was found, what to try.</summary>
public static class StudyProblem
{
    /// <summary>
    /// The failure of a study that was being used, where an error, alone or among those of several threads, comes from its file; <see langword="null"/> for any other
    /// error.
    /// </summary>
    /// <param name="path">The study file.</param>
    /// <param name="error">What was thrown.</param>
    public static StudyException? In(string path, Exception error) => error switch
    {
        SqliteException problem => Of(path, problem),
        AggregateException several => several.Flatten().InnerExceptions.Select(inner => In(path, inner)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    internal static StudyException Of(string path, SqliteException error) => new(Explain(path, error), error)
    {
        IsFileAtFault = error.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY,
    };

    private static string Explain(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"{path}: this is not a study file (it is not an SQLite database). A file of votes is read with `prefdissect import {ShellWord.Of(path)} -s NAME.study`.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"{path}: another program is using the study and did not finish within 60 s. What was complete is kept; try again when it has finished.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"{path}: the study file is damaged ({error.Message}). Go back to a copy of it, or import and fit again into a new study.",
        SQLitePCL.raw.SQLITE_CANTOPEN => $"{path}: the study cannot be opened. Is it a folder, or are there rights missing?",
        SQLitePCL.raw.SQLITE_READONLY => $"{path}: the study cannot be written to. Are there rights missing, or is the disk read-only? Copy it to a folder that you may write to.",
        SQLitePCL.raw.SQLITE_FULL => $"{path}: the disk is full. What was complete is kept; make room and run the same command again.",
        SQLitePCL.raw.SQLITE_IOERR => $"{path}: the disk failed while the study was in use ({error.Message}). Is there room on it, and is it still there? What was complete is kept; run the same command again.",
        SQLitePCL.raw.SQLITE_NOMEM => $"{path}: memory ran out while the study was in use. What was complete is kept; close other programs, or fit fewer judges at once.",
        _ => $"{path}: {error.Message}",
    };
}
