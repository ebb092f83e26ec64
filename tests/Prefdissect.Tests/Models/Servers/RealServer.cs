using Prefdissect.Models.Servers;

namespace Prefdissect.Tests.Models.Servers;

/// <summary>llama.cpp's server where this machine has one: named by <c>PREFDISSECT_LLAMA_SERVER</c>, or on the PATH.</summary>
internal static class RealServer
{
    public static OwnServerOptions OptionsOrSkip(string model)
    {
        var path = Environment.GetEnvironmentVariable("PREFDISSECT_LLAMA_SERVER")
            ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "llama-server")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(File.Exists(path), "There is no llama-server on the PATH; set PREFDISSECT_LLAMA_SERVER to where it is.");
        return new OwnServerOptions(GgufFile.Of(Path.Combine(SharedFolder.DataOrSkip("gguf"), model)), path!) { Context = 1024 };
    }
}
