using System.Diagnostics;
using System.Text.Json;

namespace Prefdissect.Cli.Tests;

/// <summary>The command line in a temporary folder: in this process, or as a child that can be killed.</summary>
public sealed class CommandLine : IDisposable
{
    /// <summary>The program as it is shipped: in the folder of these tests it would lack what comes with their web server.</summary>
    public static string Program { get; } = Path.Combine([Documentation.Repository.Root, "src", "Prefdissect.Cli", "bin", .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..], "prefdissect.dll"]);

    public string Folder { get; } = Directory.CreateTempSubdirectory("prefdissect-cli-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public static async Task<Outcome> Run(params string[] args)
    {
        var (data, words) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await PrefdissectCommand.RunAsync(args, new Terminal(data, words, IsInteractive: false, Width: 140));
        return new Outcome(code, data.ToString(), words.ToString());
    }

    public static async Task<JsonElement> Json(params string[] args) => (await Run([.. args, "--json"])).Json();

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>A table of votes whose columns need no map.</summary>
    public string Votes(string name, int rows, int first = 0) => Write(
        name, "prompt,response_a,response_b,winner,judge\n" + string.Concat(Enumerable.Range(first, rows).Select(i =>
            $"What about {i}?,Answer {i} is short.,\"Answer {i} is quite a bit longer than the other one, because it says the same again: answer {i}. Thank you!\",{(i % 4 == 0 ? "a" : "b")},someone\n")));

    /// <summary>A study of simulated votes.</summary>
    public async Task<string> Simulated(string name, int pairs)
    {
        (await Run("simulate", "-s", this[name], "--pairs", $"{pairs}", "--judges", "3", "--seed", "4")).Succeeded();
        return this[name];
    }

    /// <summary>A study annotated and fitted on <c>all</c> with few draws.</summary>
    public async Task<string> Fitted(string name, int pairs)
    {
        var study = await Simulated(name, pairs);
        (await Run("annotate", "-s", study, "--annotator", "surface")).Succeeded();
        (await Run([.. Few, "-s", study, "--group", "all"])).Succeeded();
        return study;
    }

    public static string[] Few { get; } = ["fit", "--annotator", "surface", "--chains", "2", "--warmup", "60", "--draws", "60"];

    /// <summary>Starts the program as a process of its own.</summary>
    public Process Start(params string[] args) => Start(new Dictionary<string, string?>(), args);

    public Process Start(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<Outcome> End(Process process)
    {
        using (process)
        {
            var (data, words) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return new Outcome(process.ExitCode, await data, await words);
        }
    }

    /// <summary>Ends a process at once, as <c>kill -9</c> does.</summary>
    public static async Task Kill(Process process)
    {
        using (process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public static async Task<Outcome> Interrupt(Process process)
    {
        await Signal(process);
        return await End(process);
    }

    /// <summary>Sends what Ctrl-C sends, and does not wait for the end.</summary>
    public static async Task Signal(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
