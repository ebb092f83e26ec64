using System.IO.Compression;
using System.Text;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Tests.Workflows;

public sealed class LabelsWorkflowTests : IDisposable
{
    private readonly SimulatedStudyFile files = new();
    private readonly Study study;

    public LabelsWorkflowTests() => study = files.Simulated();

    [Fact]
    public void A_label_a_pair_is_taken_and_one_more_or_less_is_not()
    {
        LabelsWorkflow.Check(study, List(SimulatedStudyFile.Pairs), default).ShouldBe(SimulatedStudyFile.Pairs);
        Refusal(List(SimulatedStudyFile.Pairs + 1)).ShouldContain($"more than {SimulatedStudyFile.Pairs} labels");
        Refusal(List(SimulatedStudyFile.Pairs - 1)).ShouldContain($"{SimulatedStudyFile.Pairs - 1} labels");
        var pair = new PairSidesReader(study).All()[0].Hash;
        Refusal(files.Write("twice.jsonl", string.Concat(Enumerable.Repeat($"{{\"pair\":\"{pair}\",\"label\":\"first\"}}\n", SimulatedStudyFile.Pairs + 5)))).ShouldContain("has a label already");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        var ids = new PairSidesReader(study).All().Select(pair => pair.Hash.ToString()).ToList();
        var path = files.Write("bad.csv", $"pair,label,margin\n{ids[0]},first,1\n0000000000,A,\n{ids[1]},perhaps,much\n{ids[2]},second,3\n{ids[0]},second,\n");
        var error = Should.Throw<ImportException>(() => LabelsWorkflow.Check(study, path, default));
        error.Problems.Select(problem => (problem.Place.Line, problem.Place.Field)).ShouldBe([(3, "pair"), (4, "label"), (4, "margin"), (5, "margin"), (6, "pair")]);
        (error.Count, error.Place.Line).ShouldBe((5, 3));
        error.Message.ShouldContain("(4 more problems.)");
        error.Problems[^1].Expected.ShouldContain("the other is on line 2");
    }

    [Fact]
    public void Of_very_many_problems_the_first_are_told_and_the_others_counted()
    {
        var path = files.Write("bad.json", "[" + string.Join(",\n", Enumerable.Repeat("\"?\"", 30)) + "]");
        var error = Should.Throw<ImportException>(() => LabelsWorkflow.Check(study, path, default));
        (error.Count, error.Problems.Count).ShouldBe((30, FileProblems.Most));
        error.Problems.Select(problem => problem.Place.Line!.Value).ShouldBe(Enumerable.Range(1, FileProblems.Most).Select(line => (long)line));
    }

    [Theory]
    [InlineData("[", "\"A\",", "more than 300 labels")]
    [InlineData("{", "\"00000000000000000000\":\"A\",", "which the study does not hold")]
    [InlineData("[", "[1,2],", "a list")]
    [InlineData("[\"A\",[", "1,", "a list")]
    public void A_small_file_that_unpacks_to_millions_of_labels_is_refused_before_they_fill_the_memory(string opening, string repeated, string expected)
    {
        const int Unpacked = 40 << 20;
        var path = Packed(opening, repeated, Unpacked / repeated.Length);
        new FileInfo(path).Length.ShouldBeLessThan(1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(path).ShouldContain(expected);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5L * Unpacked);
    }

    [Fact]
    public void More_than_a_list_can_be_is_refused_while_it_is_read() => Refusal(files.Write("large.json", "[" + new string(' ', 128 << 20))).ShouldContain("128 MiB");

    [Fact]
    public void A_look_that_is_given_up_ends() =>
        Should.Throw<OperationCanceledException>(() => LabelsWorkflow.Check(study, List(SimulatedStudyFile.Pairs), new CancellationToken(true)));

    public void Dispose()
    {
        study.Dispose();
        files.Dispose();
    }

    private string List(int labels) => files.Write("list.json", "[" + string.Join(',', Enumerable.Repeat("\"first\"", labels)) + "]");

    private string Packed(string opening, string repeated, int times)
    {
        var path = files["packed.json.gz"];
        using var file = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        file.Write(Encoding.UTF8.GetBytes(opening));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1000)));
        for (var i = 0; i < times / 1000; i++) file.Write(block);
        return path;
    }

    private string Refusal(string path)
    {
        var error = Should.Throw<ImportException>(() => LabelsWorkflow.Check(study, path, default));
        return $"{error.Found}; {error.Expected}";
    }
}
