using Dapper;
using Microsoft.Data.Sqlite;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>What a study that fails while it is used tells a person.</summary>
public sealed class StudyProblemTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Fact]
    public void A_full_disk_names_the_study_and_what_to_try()
    {
        using var study = folder.Open();
        var pages = study.Connection.ExecuteScalar<int>("PRAGMA page_count");
        study.Connection.Execute($"PRAGMA max_page_count = {pages}");
        var votes = Enumerable.Range(0, 500).Select(i => StudyFolder.Vote($"query {i}", $"a {i} {new string('x', 500)}", $"b {i}", Verdict.A));
        var error = Should.Throw<SqliteException>(() => StudyFolder.Import(study, votes));
        var told = StudyProblem.In(study.Path, error)!;
        told.Message.ShouldStartWith(study.Path);
        told.Message.ShouldContain("disk is full");
        told.Message.ShouldContain("make room");
        told.IsFileAtFault.ShouldBeFalse();
    }

    [Fact]
    public void A_damaged_page_names_the_study_also_from_several_threads()
    {
        using (var study = folder.Open())
        {
            StudyFolder.Import(study, Enumerable.Range(0, 2000).Select(i => StudyFolder.Vote($"q{i}", $"a{i} {new string('x', 200)}", $"b{i}", Verdict.A)));
        }
        var bytes = File.ReadAllBytes(folder.Path);
        bytes.AsSpan(bytes.Length / 3, bytes.Length / 2).Fill(0xAA);
        File.WriteAllBytes(folder.Path, bytes);
        using var opened = Study.OpenToRead(folder.Path);
        var error = Should.Throw<SqliteException>(() => StudyFolder.Contents(opened));
        foreach (var thrown in new Exception[] { error, new AggregateException(new AggregateException(new InvalidOperationException(), error)) })
        {
            var told = StudyProblem.In(folder.Path, thrown)!;
            told.Message.ShouldStartWith(folder.Path);
            told.Message.ShouldContain("damaged");
            told.IsFileAtFault.ShouldBeTrue();
        }
    }

    [Fact]
    public void Other_errors_are_none_of_its_business() => StudyProblem.In("my.study", new InvalidOperationException("else")).ShouldBeNull();

    public void Dispose() => folder.Dispose();
}
