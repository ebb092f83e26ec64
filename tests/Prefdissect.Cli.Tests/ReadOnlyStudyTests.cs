using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Prefdissect.Cli.Tests.Documentation;

namespace Prefdissect.Cli.Tests;

/// <summary>Studies that may be read and not written to, or that are older than the program.</summary>
public sealed class ReadOnlyStudyTests : IDisposable
{
    private readonly CommandLine line = new();

    [Fact]
    public async Task Doctor_tells_the_version_of_an_older_study_and_changes_nothing()
    {
        var study = await line.Simulated("old.study", 30);
        MakeOlder(study);
        var (before, files) = (await File.ReadAllBytesAsync(study), Directory.GetFiles(line.Folder));
        var told = (await CommandLine.Run("doctor", study)).Succeeded().Out;
        told.ShouldContain("schema version 3");
        told.ShouldContain("migrate it, after a backup copy");
        (await CommandLine.Json("doctor", study)).GetProperty("advice").GetRawText().ShouldContain("schema version 3");
        (await File.ReadAllBytesAsync(study)).ShouldBe(before);
        Directory.GetFiles(line.Folder).ShouldBe(files, ignoreOrder: true);
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded();
        File.Exists($"{study}.v3.backup").ShouldBeTrue();
        (await CommandLine.Run("doctor", study)).Succeeded().Out.ShouldNotContain("schema version");
    }

    [Fact]
    public async Task A_study_in_a_folder_that_may_not_be_written_to_is_read_and_left_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are taken away as on Linux.");
            return;
        }
        var study = await line.Fitted("my.study", 150);
        File.Copy(study, line["old.study"]);
        MakeOlder(line["old.study"]);
        foreach (var file in Directory.GetFiles(line.Folder)) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(line.Folder, Read);
        try
        {
            var probe = await WithoutRights("--help");
            Assert.SkipUnless(probe is { Code: 0 }, $"The program cannot be run as a user without rights here ({probe?.Error ?? "there is no setpriv"}).");
            var files = Directory.GetFiles(line.Folder);
            foreach (var name in new[] { "my.study", "old.study" })
            {
                string[][] verbs = [["doctor", line[name]], ["dissect", "-s", line[name]], ["similarity", "-s", line[name]], ["judges", "-s", line[name]]];
                foreach (var verb in verbs) (await WithoutRights(verb))!.Succeeded().Out.ShouldNotBeEmpty();
                (await WithoutRights("annotate", "-s", line[name], "--annotator", "surface"))!.Refusal().ShouldContain("cannot be written to");
            }
            Directory.GetFiles(line.Folder).ShouldBe(files, ignoreOrder: true);
        }
        finally
        {
            File.SetUnixFileMode(line.Folder, Read | UnixFileMode.UserWrite);
        }
    }

    public void Dispose() => line.Dispose();

    /// <summary>Makes a study one of schema version 3, as that version wrote it: its own tables, and of each the columns that it had.</summary>
    private static void MakeOlder(string study)
    {
        var older = study + ".older";
        using (var connection = new SqliteConnection($"Data Source={older};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            foreach (var migration in new[] { "0001-pairs-and-votes", "0002-ratings", "0003-fits" }) Execute(connection, Repository.Read($"src/Prefdissect/Studies/Migrations/{migration}.sql"));
            Execute(connection, $"PRAGMA application_id = {0x50524644}; PRAGMA user_version = 3; ATTACH '{study}' AS newer");
            foreach (var table in Read(connection, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            {
                var columns = string.Join(", ", Read(connection, $"SELECT name FROM pragma_table_info('{table}', 'main')"));
                Execute(connection, $"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}");
            }
        }
        File.Move(older, study, overwrite: true);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }

    /// <summary>Runs the program as a user whom rights bind: root, whom they do not, becomes nobody.</summary>
    private async Task<Outcome?> WithoutRights(params string[] args)
    {
        if (Environment.UserName != "root") return await CommandLine.End(line.Start(args));
        try
        {
            string[] nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
            return await CommandLine.End(Process.Start(new ProcessStartInfo("setpriv", [.. nobody, "dotnet", CommandLine.Program, .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
