using System.Diagnostics;
using System.Globalization;
using Prefdissect.Models.Servers;

namespace Prefdissect.Tests.Models.Servers;

/// <summary>A shell script in the place of <c>llama-server</c>, which writes its process number into a file, a line each time it is started.</summary>
internal sealed class FakeServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prefdissect-server-");

    public FakeServer(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for a Unix shell.");
        File.WriteAllText(Path.Combine(folder.FullName, "model.gguf"), "GGUF and nothing else");
        File.WriteAllText(Executable, $"#!/bin/sh\necho $$ >> '{Started}'\necho \"$@\" > '{folder.FullName}/arguments'\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Executable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public OwnServerOptions Options => new(GgufFile.Of(Path.Combine(folder.FullName, "model.gguf")), Executable);

    /// <summary>The words it was started with.</summary>
    public string Arguments => File.ReadAllText(Path.Combine(folder.FullName, "arguments")).TrimEnd();

    /// <summary>Numbers of the processes that were started.</summary>
    public IReadOnlyList<int> Processes => File.Exists(Started) ? [.. File.ReadAllLines(Started).Select(line => int.Parse(line, CultureInfo.InvariantCulture))] : [];

    private string Executable => Path.Combine(folder.FullName, "llama server");

    private string Started => Path.Combine(folder.FullName, "started");

    public async Task UntilStarted()
    {
        for (var began = Stopwatch.StartNew(); Processes.Count == 0; await Task.Delay(20)) began.Elapsed.ShouldBeLessThan(Patience);
    }

    /// <summary>Waits until no process that was started is there.</summary>
    public async Task ShouldBeGone()
    {
        Processes.ShouldNotBeEmpty();
        for (var began = Stopwatch.StartNew(); Processes.Any(Runs); await Task.Delay(20)) began.Elapsed.ShouldBeLessThan(Patience);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
