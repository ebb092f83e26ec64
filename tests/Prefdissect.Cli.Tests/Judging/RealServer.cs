using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A real <c>llama-server</c> with one of the tiny models, on a free port of this machine.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly Process process;

    private RealServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The program, from <c>PREFDISSECT_LLAMA_SERVER</c> or the PATH; <see langword="null"/> where there is none.</summary>
    public static string? Program => Environment.GetEnvironmentVariable("PREFDISSECT_LLAMA_SERVER") is { Length: > 0 } told ? told
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "llama-server")).FirstOrDefault(File.Exists);

    public static string Model(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("PREFDISSECT_DATA") ?? Path.Combine(Documentation.Repository.Root, "..", "shared", "data"), "gguf", name);

    /// <summary>Starts one, or skips the test.</summary>
    public static async Task<RealServer> StartAsync(string model, params string[] options)
    {
        Assert.SkipWhen(Program is null, "No llama-server in PREFDISSECT_LLAMA_SERVER or on the PATH.");
        Assert.SkipWhen(!File.Exists(Model(model)), $"{model} is not in PREFDISSECT_DATA.");
        var port = FreePort();
        var start = new ProcessStartInfo(Program!, ["--host", "127.0.0.1", "--port", $"{port}", "-m", Model(model), "-a", model, "-c", "16384", "-np", "2", "--no-context-shift", .. options]);
        var server = new RealServer(Process.Start(start)!, port);
        using var http = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri($"{server.Url}/health"))).StatusCode == HttpStatusCode.OK) return server;
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
            await Task.Delay(100);
        }
        await server.DisposeAsync();
        throw new TimeoutException("llama-server did not become healthy within a minute.");
    }

    /// <summary>Ends it at once, with whatever it was answering.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
