using Dapper;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>What becomes of a file that is to be a study: opened, made, migrated or refused.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Fact]
    public void A_missing_file_is_refused_and_not_made()
    {
        Refused(() => Study.Open(folder.Path)).ShouldContain("there is no such study");
        File.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_study_is_made_where_there_is_none()
    {
        using (folder.Open()) { }
        using var study = Study.Open(folder.Path);
        new StudyReader(study).Counts().ShouldBe(new StudyCounts());
        Study.LooksLikeStudy(folder.Path).ShouldBeTrue();
        study.Connection.ExecuteScalar<string>("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public void An_empty_file_becomes_a_study()
    {
        File.Create(folder.Path).Dispose();
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        new StudyReader(study).Counts().Votes.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named() => Refused(() => Study.OpenOrCreate(folder["no/such/my.study"])).ShouldContain("does not exist");

    [Theory]
    [InlineData("hello")]
    [InlineData("prompt,a,b,winner\nq,x,y,a\n")]
    public void A_file_that_is_no_database_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(folder.Path, text);
        Refused(() => Study.Open(folder.Path)).ShouldContain("not a study");
        Refused(() => Study.OpenOrCreate(folder.Path)).ShouldContain("not a study");
        File.ReadAllText(folder.Path).ShouldBe(text);
        Directory.GetFiles(folder.Folder).ShouldBe([folder.Path]);
    }

    [Fact]
    public void A_large_file_of_random_bytes_is_refused()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(folder.Path, bytes);
        Refused(() => Study.OpenOrCreate(folder.Path)).ShouldContain("not a study");
        File.ReadAllBytes(folder.Path).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("CREATE TABLE pair (id INTEGER)")]
    [InlineData("CREATE TABLE other (id INTEGER); PRAGMA user_version = 3")]
    [InlineData("PRAGMA application_id = 12; PRAGMA user_version = 2")]
    [InlineData("PRAGMA application_id = 12")]
    public void Another_programs_database_is_refused_and_left_alone(string sql)
    {
        using (var foreign = StudyFolder.Foreign(folder.Path)) foreign.Execute(sql);
        var before = StudyFolder.HashOf(folder.Path);
        Refused(() => Study.Open(folder.Path)).ShouldContain("not a Prefdissect study");
        Refused(() => Study.OpenOrCreate(folder.Path)).ShouldContain("not a Prefdissect study");
        StudyFolder.HashOf(folder.Path).ShouldBe(before);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(folder.Path);
        Refused(() => Study.Open(folder.Path));
        Refused(() => Study.OpenOrCreate(folder.Path)).ShouldContain("folder");
        Directory.Exists(folder.Path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_that_is_none_is_refused(string path)
    {
        Refused(() => Study.OpenOrCreate(path));
        Refused(() => Study.Open(path));
    }

    [Theory]
    [InlineData("a;b='c'.study")]
    [InlineData("ünï côdé.study")]
    [InlineData("file:x?mode=memory")]
    [InlineData(":memory:")]
    public void Any_file_name_is_a_file(string name)
    {
        var path = folder[name];
        using (var study = Study.OpenOrCreate(path)) StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        using var again = Study.Open(path);
        new StudyReader(again).Counts().Votes.ShouldBe(1);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:prefdissect-test-x.study?mode=memory")]
    public void A_name_that_means_something_to_SQLite_is_a_file_in_the_working_folder(string name)
    {
        try
        {
            using (var study = Study.OpenOrCreate(name)) StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
            File.Exists(name).ShouldBeTrue();
            using var again = Study.Open(name);
            new StudyReader(again).Counts().Votes.ShouldBe(1);
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Fact]
    public void A_study_of_a_newer_version_is_refused_and_left_alone_byte_for_byte()
    {
        using (var study = folder.Open()) StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        using (var foreign = StudyFolder.Foreign(folder.Path)) foreign.Execute($"PRAGMA user_version = {StudySchema.Current + 1}");
        var before = StudyFolder.HashOf(folder.Path);
        foreach (var open in new Func<Study>[] { () => Study.Open(folder.Path), () => Study.OpenOrCreate(folder.Path) })
        {
            var message = Refused(open);
            message.ShouldContain($"version {StudySchema.Current + 1}");
            message.ShouldContain("newer Prefdissect");
        }
        StudyFolder.HashOf(folder.Path).ShouldBe(before);
        Directory.GetFiles(folder.Folder).ShouldBe([folder.Path]);
    }

    [Fact]
    public void A_study_of_every_older_version_migrates_keeps_its_votes_and_leaves_a_backup()
    {
        for (var version = 1; version < StudySchema.Current; version++)
        {
            var path = folder[$"v{version}.study"];
            MakeOld(path, version);
            using var study = Study.Open(path);
            StudySchema.VersionOf(study.Connection).ShouldBe(StudySchema.Current);
            StudyFolder.Contents(study).Values.ShouldBe([3]);
            StudyFolder.Import(study, [StudyFolder.Vote("another", "a", "b", Verdict.A)]);
            new StudyReader(study).Counts().Votes.ShouldBe(4);

            using var backup = StudyFolder.Foreign($"{path}.v{version}.backup");
            StudySchema.VersionOf(backup).ShouldBe(version);
            backup.ExecuteScalar<int>("PRAGMA application_id").ShouldBe(StudySchema.ApplicationId);
            backup.ExecuteScalar<int>("SELECT SUM(count) FROM vote").ShouldBe(3);
        }
    }

    [Fact]
    public void A_study_of_every_older_version_is_read_as_if_it_had_migrated_and_stays_as_it_is_byte_for_byte()
    {
        for (var version = 1; version < StudySchema.Current; version++)
        {
            var path = folder[$"read-v{version}.study"];
            MakeOld(path, version);
            var (before, files) = (StudyFolder.HashOf(path), Directory.GetFiles(folder.Folder));
            using (var study = Study.OpenToRead(path))
            {
                study.FileVersion.ShouldBe(version);
                StudyFolder.Contents(study).Values.ShouldBe([3]);
                new FitStore(study).Shown().ShouldBeEmpty();
            }
            StudyFolder.HashOf(path).ShouldBe(before);
            Directory.GetFiles(folder.Folder).ShouldBe(files, ignoreOrder: true);
        }
    }

    [Fact]
    public void A_study_opened_to_read_sees_what_another_writes_and_cannot_be_written_to()
    {
        using var writing = folder.Open();
        StudyFolder.Import(writing, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        using var study = Study.OpenToRead(folder.Path);
        study.FileVersion.ShouldBe(Study.ProgramVersion);
        StudyFolder.Import(writing, [StudyFolder.Vote("q2", "a", "b", Verdict.A)]);
        new StudyReader(study).Counts().Votes.ShouldBe(2);
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => study.Connection.Execute("DELETE FROM vote")).Message.ShouldContain("readonly");
    }

    [Fact]
    public void A_study_of_a_newer_version_and_another_programs_database_are_not_read_either()
    {
        using (folder.Open()) { }
        using (var foreign = StudyFolder.Foreign(folder.Path)) foreign.Execute($"PRAGMA user_version = {StudySchema.Current + 1}");
        Refused(() => Study.OpenToRead(folder.Path)).ShouldContain("newer Prefdissect");
        using (var foreign = StudyFolder.Foreign(folder["other.db"])) foreign.Execute("CREATE TABLE pair (id INTEGER)");
        Refused(() => Study.OpenToRead(folder["other.db"])).ShouldContain("not a Prefdissect study");
        Refused(() => Study.OpenToRead(folder["none.study"])).ShouldContain("no such study");
    }

    [Fact]
    public void A_migrated_study_has_the_tables_of_a_new_one()
    {
        MakeOld(folder["old.study"], 1);
        using var migrated = Study.Open(folder["old.study"]);
        using var made = folder.Open();
        Schema(migrated).ShouldBe(Schema(made));
    }

    [Fact]
    public void A_backup_that_was_there_is_kept()
    {
        MakeOld(folder.Path, 1);
        File.WriteAllText($"{folder.Path}.v1.backup", "an older copy");
        using (Study.Open(folder.Path)) { }
        File.ReadAllText($"{folder.Path}.v1.backup").ShouldBe("an older copy");
    }

    [Fact]
    public void A_file_left_by_a_kill_before_its_tables_were_made_becomes_a_study()
    {
        using (var foreign = StudyFolder.Foreign(folder.Path)) foreign.Execute("PRAGMA journal_mode = WAL");
        new FileInfo(folder.Path).Length.ShouldBeGreaterThan(0);
        using var study = folder.Open();
        StudySchema.VersionOf(study.Connection).ShouldBe(StudySchema.Current);
    }

    [Fact]
    public void A_file_left_by_a_kill_while_its_tables_were_made_becomes_a_study()
    {
        var torn = folder["torn.study"];
        using (var foreign = StudyFolder.Foreign(folder.Path))
        {
            foreign.Execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
            using var transaction = foreign.BeginTransaction();
            foreign.Execute("PRAGMA application_id = 1347569220", transaction: transaction);
            for (var i = 0; i < 50; i++) foreign.Execute($"CREATE TABLE t{i} (a TEXT)", transaction: transaction);
            File.Copy(folder.Path, torn);
            File.Copy(folder.Path + "-wal", torn + "-wal");
        }
        using var study = Study.OpenOrCreate(torn);
        StudyFolder.Import(study, [StudyFolder.Vote("q", "a", "b", Verdict.A)]);
        new StudyReader(study).Counts().Votes.ShouldBe(1);
    }

    [Fact]
    public void What_a_kill_left_uncommitted_is_gone_and_the_rest_is_there()
    {
        var torn = folder["torn.study"];
        using (var study = folder.Open())
        {
            StudyFolder.Import(study, [StudyFolder.Vote("kept", "a", "b", Verdict.A)]);
            study.Connection.Execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
            using var write = study.BeginWrite();
            using var writer = write.Votes(StudyFolder.Votes);
            for (var i = 0; i < 3000; i++) writer.Add(StudyFolder.Vote($"query {i}", $"long enough to spill {i}", $"another {i}", Verdict.B));
            File.Copy(folder.Path, torn);
            File.Copy(folder.Path + "-wal", torn + "-wal");
        }
        new FileInfo(torn + "-wal").Length.ShouldBeGreaterThan(100_000);
        using var opened = Study.Open(torn);
        StudyFolder.Contents(opened).Keys.ShouldBe([StudyFolder.Line(StudyFolder.Vote("kept", "a", "b", Verdict.A))]);
    }

    [Fact]
    public void A_damaged_study_is_no_crash()
    {
        using (var study = folder.Open()) StudyFolder.Import(study, Enumerable.Range(0, 2000).Select(i => StudyFolder.Vote($"q{i}", $"a{i}", $"b{i}", Verdict.A)));
        using (var file = new FileStream(folder.Path, FileMode.Open)) file.SetLength(5000);
        Refused(() => Study.Open(folder.Path)).ShouldContain("damaged");
    }

    [Fact]
    public async Task Threads_that_make_the_same_study_at_once_make_one()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
        {
            using var study = folder.Open();
            StudyFolder.Import(study, [StudyFolder.Vote($"query {i}", "a", "b", Verdict.A)]);
            return StudySchema.VersionOf(study.Connection);
        })));
        opened.ShouldAllBe(version => version == StudySchema.Current);
        using var whole = Study.Open(folder.Path);
        new StudyReader(whole).Counts().Pairs.ShouldBe(6);
    }

    [Fact]
    public async Task Threads_that_migrate_the_same_study_at_once_migrate_it_once()
    {
        MakeOld(folder.Path, 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Study.Open(folder.Path).Dispose())));
        using var study = Study.Open(folder.Path);
        StudyFolder.Contents(study).Values.ShouldBe([3]);
    }

    public void Dispose() => folder.Dispose();

    private static string Refused(Func<Study> open)
    {
        var message = Should.Throw<StudyException>(() => open().Dispose()).Message;
        message.ShouldNotContain("   at ");
        return message;
    }

    private static IEnumerable<string> Schema(Study study) => study.Connection.Query<string>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");

    /// <summary>A study as an older program left it: one vote, given three times.</summary>
    private static void MakeOld(string path, int version)
    {
        using var old = StudyFolder.Foreign(path);
        old.Execute("PRAGMA journal_mode = WAL");
        StudySchema.Migrate(old, version);
        old.Execute("""
            INSERT INTO source VALUES (1, 'old.csv', 'table', 0);
            INSERT INTO query VALUES (1, x'01', 'q', NULL);
            INSERT INTO response VALUES (1, x'02', 'a'), (2, x'03', 'b');
            INSERT INTO pair VALUES (1, x'04', 1, 1, 2, 1);
            INSERT INTO judge VALUES (1, 'human');
            INSERT INTO context VALUES (1, x'05', NULL, '{}');
            INSERT INTO vote VALUES (1, x'06', 1, 1, 1, 1, 1, 1, NULL, NULL, NULL, 3);
            """);
    }
}
