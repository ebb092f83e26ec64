using Dapper;
using Microsoft.Data.Sqlite;

namespace Prefdissect.Studies;

/// <summary>The index of words of a study's texts. Triggers keep it; that of a study from before there was one is made once.</summary>
internal static class FullText
{
    /// <summary>Whether every text of the study is indexed.</summary>
    public static bool IsWhole(SqliteConnection connection) => connection.ExecuteScalar<bool>("SELECT is_whole FROM full_text");

    /// <summary>Indexes the texts of a study that are not indexed yet; takes about as long as importing them did.</summary>
    public static void Complete(SqliteConnection connection)
    {
        if (IsWhole(connection)) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            "INSERT INTO query_text (query_text) VALUES ('rebuild'); INSERT INTO response_text (response_text) VALUES ('rebuild'); UPDATE full_text SET is_whole = 1", transaction: transaction);
        transaction.Commit();
    }
}
