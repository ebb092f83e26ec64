using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>The index of words of a study's texts. Whoever adds texts extends it; that of a study from before there was one is made when it is next opened to be written to.</summary>
internal static class FullText
{
    private const string Extension = """
        INSERT INTO query_text (rowid, text, earlier) SELECT id, text, earlier FROM query_words WHERE id > (SELECT query_id FROM full_text);
        INSERT INTO response_text (rowid, text) SELECT id, text FROM response WHERE id > (SELECT response_id FROM full_text);
        UPDATE full_text SET query_id = (SELECT COALESCE(MAX(id), 0) FROM query), response_id = (SELECT COALESCE(MAX(id), 0) FROM response);
        """;

    /// <summary>Whether every text of the study is indexed.</summary>
    public static bool IsWhole(SqliteConnection connection) => connection.ExecuteScalar<bool>(
        "SELECT query_id >= COALESCE((SELECT MAX(id) FROM query), 0) AND response_id >= COALESCE((SELECT MAX(id) FROM response), 0) FROM full_text");

    /// <summary>Indexes the texts that are not indexed yet.</summary>
    public static void Extend(SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(Extension, transaction: transaction);

    /// <summary>Indexes the texts of a study where that was not done when they came.</summary>
    public static void Complete(SqliteConnection connection)
    {
        if (IsWhole(connection)) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        Extend(connection, transaction);
        transaction.Commit();
    }
}
