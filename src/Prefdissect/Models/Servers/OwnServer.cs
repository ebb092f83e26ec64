using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Servers;

/// <summary>
/// A <c>llama-server</c> that runs as long as this object does, on a free port of the loopback address. It ends with <see cref="DisposeAsync"/>, and on Unix also when this
/// process is killed (<see cref="GuardedProcess"/>).
/// </summary>
public sealed class OwnServer : IAsyncDisposable, IDisposable
{
    private const int PortsTried = 3;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EndingTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LogTime = TimeSpan.FromMilliseconds(500);

    private readonly OwnServerOptions options;
    private readonly Process process;
    private readonly ServerLog log;
    private int isEnding;

    private OwnServer(OwnServerOptions options, int port, Process process, ServerLog log)
    {
        (this.options, this.process, this.log) = (options, process, log);
        Endpoint = EndpointOf(options, port);
    }

    /// <summary>Where the model is asked.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>Says, as a sentence, what happened where it ends before it is told to; raised once, on another thread.</summary>
    public event Action<string>? Failed;

    /// <summary>The endpoint that a server with these options has, before it runs: everything but the port is sure.</summary>
    public static Endpoint EndpointOf(OwnServerOptions options) => EndpointOf(options, FreePort.Next());

    /// <summary>Starts a server, and waits until its model is loaded.</summary>
    /// <param name="options">What it serves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it before it is ready.</param>
    /// <exception cref="ModelSettingsException">The program cannot be started.</exception>
    /// <exception cref="ModelUnavailableException">It ended before the model was loaded, or took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the server is gone.</exception>
    public static async Task<OwnServer> StartAsync(OwnServerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = Begin(options, attempt == 1 && options.Port is { } wanted ? wanted : FreePort.Next());
            try
            {
                await server.WaitUntilReadyAsync(time, cancellation).ConfigureAwait(false);
                server.Watch();
                return server;
            }
            catch (ModelUnavailableException) when (server.log.SaysPortIsTaken && attempt < PortsTried)
            {
                // Somebody took the port between the two moments; the next one is another.
                await server.DisposeAsync().ConfigureAwait(false);
            }
            catch
            {
                await server.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Ends the server, and returns when it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isEnding, 1) == 1) return;
        CloseInput();
        if (OperatingSystem.IsWindows()) Kill();
        using (var limit = new CancellationTokenSource(EndingTime))
        {
            try
            {
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Kill();
            }
        }
        process.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static Endpoint EndpointOf(OwnServerOptions options, int port)
    {
        var usual = Endpoint.Of(options.Model.Alias, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/v1"), EndpointKind.LlamaCpp);
        // A server that is gone does not come back on this port: to wait for it would be in vain.
        return usual with { Key = KeySource.None, Limits = usual.Limits with { Concurrency = options.Slots, IsConcurrencyChosen = options.Parallel is not null, Retries = 2, LongestPause = TimeSpan.FromSeconds(1) } };
    }

    private static OwnServer Begin(OwnServerOptions options, int port)
    {
        var log = new ServerLog();
        var process = new Process { StartInfo = GuardedProcess.Of(options.Executable, Arguments(options, port)) };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new ModelSettingsException($"{options.Executable} cannot be started: {error.Message}. Name the program llama-server with --llama-server PATH.");
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new OwnServer(options, port, process, log);
    }

    // A prompt that does not fit must be refused: by default older versions cut it off and answer all the same.
    private static IEnumerable<string> Arguments(OwnServerOptions options, int port) =>
    [
        "--host", "127.0.0.1", "--port", Text(port), "-m", options.Model.Path, "-a", options.Model.Alias,
        "-c", Text((long)options.Context * options.Slots), "-np", Text(options.Slots), "--no-context-shift",
        .. options.GpuLayers is { } layers ? new[] { "-ngl", Text(layers) } : [],
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task WaitUntilReadyAsync(TimeProvider time, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Endpoint.Root, Timeout = TimeSpan.FromSeconds(5) };
        var began = time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (process.HasExited) throw await EndedEarlyAsync(cancellation).ConfigureAwait(false);
            if (await IsReadyAsync(client, cancellation).ConfigureAwait(false)) return;
            if (time.GetElapsedTime(began) > options.Patience)
            {
                throw new ModelUnavailableException(
                    $"llama-server did not load {options.Model.Path} within {options.Patience.TotalSeconds:0} s. {log.Summary} Does the model fit into memory? Start a server by hand to watch it, and name it with --base-url.");
            }
            await Task.Delay(LookAgain, time, cancellation).ConfigureAwait(false);
        }
    }

    // That some server answers is not enough: another one may have taken the port.
    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var health = await client.GetAsync("health", cancellation).ConfigureAwait(false);
            if (health.StatusCode != HttpStatusCode.OK) return false;
            using var models = JsonDocument.Parse(await client.GetStringAsync("v1/models", cancellation).ConfigureAwait(false));
            return models.RootElement.GetProperty("data").EnumerateArray().Any(model => model.GetProperty("id").GetString() == options.Model.Alias);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A refused connection that came with Ctrl-C is no failure of the server.
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task<ModelUnavailableException> EndedEarlyAsync(CancellationToken cancellation)
    {
        // The last lines come after the end.
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            limit.CancelAfter(LogTime);
            try
            {
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Something it started still holds its output; what came so far has to do.
            }
        }
        return new ModelUnavailableException($"llama-server ended with exit code {process.ExitCode} before {options.Model.Path} was loaded. {log.Summary} {Advice()}");
    }

    private string Advice() => process.ExitCode switch
    {
        126 or 127 => $"Is {options.Executable} the program llama-server, for this system?",
        _ when log.Summary.Contains("argument", StringComparison.OrdinalIgnoreCase) => "Is it an old version? Name a newer one with --llama-server PATH.",
        _ => "Is the file whole, and does this version of llama.cpp know its kind of model? A smaller --context, --parallel or --gpu-layers takes less memory.",
    };

    private void Watch()
    {
        process.Exited += (_, _) =>
        {
            if (Volatile.Read(ref isEnding) == 0) Failed?.Invoke($"llama-server ended by itself with exit code {process.ExitCode}. {log.Summary}");
        };
        process.EnableRaisingEvents = true;
    }

    private void CloseInput()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It is gone already.
        }
    }
}
