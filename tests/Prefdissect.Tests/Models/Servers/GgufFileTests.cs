using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Servers;

namespace Prefdissect.Tests.Models.Servers;

public sealed class GgufFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prefdissect-gguf-");

    [Fact]
    public void A_copy_elsewhere_is_the_same_model_and_another_file_of_that_name_is_not()
    {
        var content = Content(3_000_000);
        var model = GgufFile.Of(Write("one", content));
        model.Name.ShouldBe("model");
        model.Alias.ShouldBe($"model@{model.Fingerprint}");
        model.Fingerprint.Length.ShouldBe(12);
        GgufFile.Of(Write("two", content)).Alias.ShouldBe(model.Alias);
        content[^1] ^= 1;
        GgufFile.Of(Write("three", content)).Alias.ShouldNotBe(model.Alias);
        GgufFile.Of(Write("four", content[..^1])).Alias.ShouldNotBe(model.Alias);
    }

    [Fact]
    public void What_is_no_model_is_refused_with_what_to_name_instead()
    {
        Refusal(Path.Combine(folder.FullName, "none.gguf")).ShouldContain("there is no such file");
        Refusal(folder.FullName).ShouldContain("is a folder");
        Refusal(Write("text", "GUF no"u8.ToArray())).ShouldContain("does not begin with the letters GGUF");
        Refusal(Write("empty", [])).ShouldContain("does not begin with the letters GGUF");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Refusal(string path) => Should.Throw<ModelSettingsException>(() => GgufFile.Of(path)).Message;

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);
        "GGUF"u8.CopyTo(content);
        return content;
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.CreateSubdirectory(name).FullName, "model.gguf");
        File.WriteAllBytes(path, content);
        return path;
    }
}
