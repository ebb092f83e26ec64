using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;

namespace Prefdissect.Tests.Dissecting;

public sealed class WeightsFolderTests : IDisposable
{
    private static readonly string Weights29 = string.Join(", ", Enumerable.Range(0, 29));

    private readonly string folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        WeightsFolder.Write(folder, PublishedJudges.All);
        Directory.GetFiles(folder).Length.ShouldBe(16);
        var read = WeightsFolder.Read(folder);
        read.Count.ShouldBe(33 * 16);
        foreach (var one in read) one.Values.ShouldBe(PublishedJudges.Weights(one.Judge, one.Group).Values);
    }

    [Fact]
    public void The_published_files_themselves_make_the_round_trip()
    {
        var published = WeightsFolder.Read(SharedFolder.DataOrSkip("gair"));
        WeightsFolder.Write(folder, published);
        var read = WeightsFolder.Read(folder);
        read.Select(one => (one.Judge, one.Group)).ShouldBe(published.Select(one => (one.Judge, one.Group)));
        read.Zip(published).ShouldAllBe(both => both.First.Values.SequenceEqual(both.Second.Values));
    }

    [Fact]
    public void A_property_that_was_not_fitted_is_null_and_never_0()
    {
        var some = new JudgeWeights("mine \"and\" yours", "all", new Dictionary<string, double> { ["lengthy"] = 0.5, ["polite"] = -1e-12 });
        WeightsFolder.Write(folder, [some]);
        File.ReadAllText(Path.Combine(folder, "model_all_fitted_paras.jsonl")).ShouldContain("null");
        var read = WeightsFolder.Read(folder).ShouldHaveSingleItem();
        read.Judge.ShouldBe(some.Judge);
        read.Values.ShouldBe(some.Values, ignoreOrder: true);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("Creative Writing")]
    [InlineData("lang=en/US")]
    [InlineData("100% \"sure\": ../../up?")]
    [InlineData("日本語")]
    public void Any_group_has_a_file_name_that_reads_back(string group)
    {
        WeightsFolder.Write(folder, [new JudgeWeights("j", group, new Dictionary<string, double> { ["polite"] = 1 })]);
        Path.GetDirectoryName(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem()).ShouldBe(folder);
        WeightsFolder.Read(folder).ShouldHaveSingleItem().Group.ShouldBe(group);
    }

    [Theory]
    [InlineData("{\"parameters\": [@]}", "model_name", "missing")]
    [InlineData("{\"model_name\": 7, \"parameters\": [@]}", "model_name", "the number 7")]
    [InlineData("{\"model_name\": \" \", \"parameters\": [@]}", "model_name", "as a text")]
    [InlineData("{\"model_name\": \"j\"}", "parameters", "missing")]
    [InlineData("{\"model_name\": \"j\", \"parameters\": {}}", "parameters", "an object")]
    [InlineData("{\"model_name\": \"j\", \"parameters\": [1, 2]}", "parameters", "found 2 numbers, expected 29")]
    [InlineData("{\"model_name\": \"j\", \"parameters\": [\"x\", @]}", "parameters", "found 30")]
    [InlineData("[1]", "whole line", "a list")]
    [InlineData("{\"model_name\": ", "character", "not JSON")]
    [InlineData("nonsense", "character 2", "not JSON")]
    public void A_bad_line_is_named_by_file_line_and_field(string line, string field, string found)
    {
        var file = Write($"{{\"model_name\": \"fine\", \"parameters\": [{Weights29}]}}\n\n{line.Replace("@", Weights29)}\n");
        var message = Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message;
        message.ShouldContain($"{file}, line 3, {field}");
        message.ShouldContain(found);
    }

    [Theory]
    [InlineData("\"0.5\"", "the text \"0.5\"")]
    [InlineData("true", "true")]
    [InlineData("1e999", "the number 1e999")]
    public void A_weight_that_is_no_finite_number_is_named_with_its_place(string weight, string found)
    {
        Write($"{{\"model_name\": \"j\", \"parameters\": [{string.Join(", ", Enumerable.Repeat("0", 28))}, {weight}]}}");
        var message = Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message;
        message.ShouldContain("line 1, parameters[28]: found " + found);
        message.ShouldContain("'lengthy'");
    }

    [Fact]
    public void The_same_judge_twice_in_a_file_is_refused()
    {
        var line = $"{{\"model_name\": \"j\", \"parameters\": [{Weights29}]}}\n";
        Write(line + line);
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message.ShouldContain("'j' stands in line 1 already");
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash()
    {
        Write(new string('[', 20_000));
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message.ShouldContain("not JSON");
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_an_error()
    {
        File.WriteAllBytes(Path.Combine(folder, "model_all_fitted_paras.jsonl"), [0xff, 0xfe, 0x7b, 0x00, 0xc3, 0x28]);
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder));
        File.WriteAllBytes(Path.Combine(folder, "model_all_fitted_paras.jsonl"), [0x7b, 0xc3, 0x28]);
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Folders_without_weights_are_refused()
    {
        Should.Throw<DirectoryNotFoundException>(() => WeightsFolder.Read(Path.Combine(folder, "absent")));
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message.ShouldContain("model_GROUP_fitted_paras.jsonl");
        Write("\n");
        Should.Throw<InvalidDataException>(() => WeightsFolder.Read(folder)).Message.ShouldContain("no judge");
    }

    [Fact]
    public void What_the_format_cannot_hold_is_not_written()
    {
        Should.Throw<ArgumentException>(() => Write1("my own property", 1)).Message.ShouldContain("'my own property'");
        Should.Throw<ArgumentException>(() => Write1("polite", double.NaN)).Message.ShouldContain("finite");
        Directory.GetFiles(folder).ShouldBeEmpty();

        void Write1(string property, double weight) =>
            WeightsFolder.Write(folder, [new JudgeWeights("j", "all", new Dictionary<string, double> { [property] = weight })]);
    }

    private string Write(string text)
    {
        var file = Path.Combine(folder, "model_all_fitted_paras.jsonl");
        File.WriteAllText(file, text);
        return file;
    }
}
