using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A simulated study and a server that prefers by chance, but for a bias towards the letter A.</summary>
internal sealed class JudgedStudy : IAsyncDisposable
{
    private JudgedStudy(CommandLine line, ScriptedServer server) => (Line, Server) = (line, server);

    public CommandLine Line { get; }

    public ScriptedServer Server { get; }

    public string Path => Line["judged.study"];

    /// <summary>Log-odds of A after a text: by a hash of it, from −2 to 2.</summary>
    public static double Noise(string text) => ((BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))) / (double)uint.MaxValue) - 0.5) * 4;

    public static async Task<JudgedStudy> StartAsync(int pairs, ScriptedOptions script)
    {
        var line = new CommandLine();
        await line.Simulated("judged.study", pairs);
        var server = await ScriptedServer.StartAsync(script);
        line.Write("prefdissect.yaml", $"models:\n  scripted:\n    kind: compatible\n    base-url: {server.Url}\n");
        return new JudgedStudy(line, server);
    }

    public Task<Outcome> Judge(params string[] args) => CommandLine.Run(["judge", "-s", Path, "--model", "scripted", "--base-url", Server.Url, "--name", "j", .. args]);

    public Process Start(params string[] args) => Line.Start(["judge", "-s", Path, "--model", "scripted", "--name", "j", .. args]);

    public async Task<IReadOnlyList<JsonElement>> Asked(string judge = "j") =>
        [.. (await CommandLine.Json("export", "asked", "-s", Path, "--judge", judge)).GetProperty("asked").EnumerateArray()];

    public async Task<string> Doctor() => (await CommandLine.Json("doctor", Path)).GetRawText();

    /// <summary>Mean over pairs of half the sum of the log-odds of A in the two orders.</summary>
    public async Task<double> OrderShift() => (await Asked()).Average(row => row.GetProperty("logProbA").GetDouble() - row.GetProperty("logProbB").GetDouble());

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Line.Dispose();
    }
}
