using System.IO.Compression;
using System.Text.Json;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Files into a study: each whole or not at all, and never twice.</summary>
public sealed class ImportWorkflowTests : IDisposable
{
    private const string Header = "prompt,response_a,response_b,winner,judge\n";

    private readonly SimulatedStudyFile files = new();

    [Fact]
    public void The_same_rows_shuffled_zipped_or_in_two_files_add_nothing()
    {
        var rows = Enumerable.Range(0, 300).Select(i => $"query {i % 40},one {i % 13},two {i % 17},{(i % 3 == 0 ? "a" : "b")},judge {i % 2}").ToArray();
        using var study = Study.OpenOrCreate(files["s.study"]);
        var first = Import(study, files.Write("votes.csv", Header + string.Join('\n', rows)));
        first.After.Votes.ShouldBe(300);
        var contents = StudyFolder.Contents(study);
        new Random(1).Shuffle(rows);
        var shuffled = Header + string.Join('\n', rows);
        using (var zip = new GZipStream(File.Create(files["votes.csv.gz"]), CompressionLevel.Optimal)) zip.Write(System.Text.Encoding.UTF8.GetBytes(shuffled));
        foreach (var again in new[] { files["votes.csv"], files.Write("shuffled.csv", shuffled), files["votes.csv.gz"] })
        {
            var result = Import(study, again);
            result.Files.Single().Failure.ShouldBeNull();
            result.After.ShouldBe(first.After);
            result.DataHash.ShouldBe(first.DataHash);
        }
        StudyFolder.Contents(study).ShouldBe(contents);
    }

    [Fact]
    public void Real_votes_are_not_mixed_into_a_simulated_study()
    {
        using var study = files.Simulated();
        var before = StudyFolder.Contents(study);
        var refused = Should.Throw<RequestException>(() => Import(study, files.Write("votes.csv", Header + "q,one,two,a,me\n")));
        refused.Message.ShouldContain("simulated");
        refused.Message.ShouldContain("-s");
        StudyFolder.Contents(study).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(study.Path)!, "*.refused.*").ShouldBeEmpty();
    }

    [Fact]
    public void A_file_with_a_bad_row_is_refused_whole_and_the_others_are_imported()
    {
        using var study = Study.OpenOrCreate(files["s.study"]);
        var result = Import(
            study, files.Write("one.csv", Header + "q,a,b,a,j\n"), files.Write("bad.csv", Header + "q1,a,b,a,j\nq2,a,b,banana,j\nq3,a,b,b,j\n"), files["missing.csv"], files.Write("two.csv", Header + "q9,a,b,b,j\n"));
        result.Files.Select(file => file.Failure is null).ShouldBe([true, false, false, true]);
        result.AnyFailed.ShouldBeTrue();
        result.After.Pairs.ShouldBe(2);
        foreach (var part in new[] { "bad.csv", "3", "winner", "banana" }) result.Files[1].Failure!.ShouldContain(part);
        result.Files[2].Failure!.ShouldContain("missing.csv");
        Directory.GetFiles(Path.GetDirectoryName(study.Path)!, "*refused*").ShouldBeEmpty();
    }

    [Fact]
    public void Bad_rows_passed_over_are_written_to_a_file_as_they_stood()
    {
        using var study = Study.OpenOrCreate(files["s.study"]);
        var bad = files.Write("bad.csv", Header + "q1,a,b,a,j\nq2,\"x, \"\"y\"\"\",b,banana,j\nq3,a,b,b,j\n");
        var result = ImportWorkflow.Run(study, new ImportRequest([bad], ImportOptions.Default, BadRows.Skip), null, CancellationToken.None);
        var file = result.Files.Single();
        (file.Rows, file.Refused, file.Votes, file.Failure).ShouldBe((3, 1, 2, null));
        var row = JsonDocument.Parse(File.ReadAllLines(file.RefusedRowsFile!).ShouldHaveSingleItem()).RootElement;
        row.GetProperty("line").GetInt32().ShouldBe(3);
        row.GetProperty("field").GetString().ShouldBe("winner");
        row.GetProperty("found").GetString()!.ShouldContain("banana");
        row.GetProperty("row").GetString()!.ShouldContain("x, \"\"y\"\"");
        Directory.GetFiles(Path.GetDirectoryName(study.Path)!, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public void Bad_rows_of_two_files_of_one_name_are_both_kept()
    {
        using var study = Study.OpenOrCreate(files["s.study"]);
        string[] both = [files.Write("x/votes.csv", Header + "q1,a,b,a,j\nq2,a,b,apple,j\n"), files.Write("y/votes.csv", Header + "q3,a,b,a,j\nq4,a,b,pear,j\n")];
        var result = ImportWorkflow.Run(study, new ImportRequest(both, ImportOptions.Default, BadRows.Skip), null, CancellationToken.None);
        result.Files.Select(file => File.ReadAllText(file.RefusedRowsFile!).Contains("apple", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public void A_cancelled_import_keeps_the_files_that_were_complete_and_nothing_of_the_one_under_way()
    {
        using var study = Study.OpenOrCreate(files["s.study"]);
        var large = files.Write("large.csv", Header + string.Concat(Enumerable.Range(0, 5000).Select(i => $"query {i},a,b,a,j\n")));
        using var cancellation = new CancellationTokenSource();
        var stop = new SimulatedStudyFile.Reports(_ => cancellation.Cancel());
        var request = new ImportRequest([files.Write("one.csv", Header + "q,a,b,a,j\n"), large], ImportOptions.Default, BadRows.RefuseFile);
        Should.Throw<OperationCanceledException>(() => ImportWorkflow.Run(study, request, stop, cancellation.Token));
        new StudyReader(study).Counts().Pairs.ShouldBe(1);
        ImportWorkflow.Run(study, request, null, CancellationToken.None).After.Pairs.ShouldBe(5001);
    }

    [Fact]
    public void A_vote_without_a_judge_is_given_the_usual_one_with_a_notice_or_the_one_named()
    {
        var nameless = files.Write("nameless.csv", "prompt,response_a,response_b,winner\nq,a,b,a\n");
        using var study = Study.OpenOrCreate(files["s.study"]);
        Import(study, nameless).Files[0].Notes.ShouldContain("1 of 1 votes name no judge and are given to 'human'; --judge NAME gives them another.");
        ImportWorkflow.Run(study, new ImportRequest([nameless], new ImportOptions { Judge = "me" }, BadRows.RefuseFile), null, CancellationToken.None).Files[0].Notes.ShouldBeEmpty();
        new StudyReader(study).Judges().Select(judge => judge.Judge).ShouldBe(["human", "me"]);
    }

    [Fact]
    public void Empty_judge_cells_are_counted_by_an_import_and_by_an_examination()
    {
        var file = files.Write("some.csv", Header + "q1,a,b,a,ann\nq2,a,b,a,\nq3,a,b,b,  \n");
        using var study = Study.OpenOrCreate(files["s.study"]);
        const string Note = "2 of 3 votes name no judge and are given to 'human'";
        Import(study, file).Files[0].Notes.ShouldHaveSingleItem().ShouldStartWith(Note);
        VoteFileWorkflow.Run(file, ImportOptions.Default, CancellationToken.None).File.Notes.ShouldHaveSingleItem().ShouldStartWith(Note);
    }

    [Fact]
    public void Before_anything_is_rated_usable_pairs_are_told_by_the_votes_of_a_file_and_of_a_study()
    {
        var file = files.Write("judged.csv", "prompt,response_a,response_b,winner,judge,scenario\n"
            + "q1,a,b,a,ann,Code\nq1,b,a,a,ann,Code\nq2,a,b,tie,ann,Code\nq3,same,same,a,ann,Advice\nq4,a,b,tie,ann,Advice\nq4,a,b,b,ann,Advice\nq1,a,b,b,bob,Code\n");
        using var study = Study.OpenOrCreate(files["s.study"]);
        Import(study, file);
        GroupExamination[] expected = [new("ann", "all", 4, 2), new("ann", "Advice", 2, 1), new("ann", "Code", 2, 1), new("bob", "all", 1, 1), new("bob", "Code", 1, 1)];
        VoteFileWorkflow.Run(file, ImportOptions.Default, CancellationToken.None).Usable.ShouldBe(expected);
        DoctorWorkflow.Run(study, CancellationToken.None).GroupsByVotes.ShouldBe(expected);
        SimulatedStudyFile.Annotate(study);
        var rated = DoctorWorkflow.Run(study, CancellationToken.None);
        rated.GroupsByVotes.ShouldBeEmpty();
        rated.Annotators.Single().Groups.Count.ShouldBe(5);
    }

    public void Dispose() => files.Dispose();

    private static ImportResult Import(Study study, params string[] paths) =>
        ImportWorkflow.Run(study, new ImportRequest(paths, ImportOptions.Default, BadRows.RefuseFile), null, CancellationToken.None);
}
