using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>serve</c>: the dashboard on this machine's own address.</summary>
internal sealed class ServeVerb : IVerb
{
    private readonly Option<string[]> studies = new("--study", "-s") { Description = "A study file to show. Repeat for several; without one there are the published judges.", HelpName = "STUDY", DefaultValueFactory = _ => [] };
    private readonly Option<int?> port = new("--port") { Description = $"Port on this machine. Without it {DashboardOptions.UsualPort}, or a free one where that is taken.", HelpName = "N" };
    private readonly Option<bool> open = new("--open") { Description = "Open the page in the browser." };
    private readonly Option<string> folder = new("--folder") { Description = "Where studies that are made in the dashboard are put.", DefaultValueFactory = _ => "prefdissect-studies", HelpName = "DIR" };

    public Command Build(Terminal terminal)
    {
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } given and (< 0 or > 65535)) result.AddError($"--port is {given}; expected 0 to 65535, where 0 takes a free one.");
        });
        return Verb.Of("serve", "See what judges prefer, and why, in a browser on this machine.", "prefdissect serve -s my-demo/demo.study --open", [], [studies, port, open, folder], (parsed, cancellation) =>
        {
            var options = new DashboardOptions { Studies = parsed.GetRequiredValue(studies), Port = parsed.GetValue(port) ?? DashboardOptions.UsualPort, Folder = parsed.GetRequiredValue(folder) };
            return ServeAsync(terminal, options, parsed.GetValue(port) is null, parsed.GetValue(open), cancellation).GetAwaiter().GetResult();
        });
    }

    /// <summary>Serves until it is told to stop.</summary>
    /// <param name="terminal">Where the address is told.</param>
    /// <param name="options">What is served.</param>
    /// <param name="anyPort">Whether another port will do where this one is taken.</param>
    /// <param name="openBrowser">Whether a browser is opened.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<int> ServeAsync(Terminal terminal, DashboardOptions options, bool anyPort, bool openBrowser, CancellationToken stop)
    {
        var app = await StartedAsync(options with { LooksFirst = true }, anyPort, stop);
        await using (app)
        {
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            terminal.Error.WriteLine($"Prefdissect shows {(options.Studies.Count == 0 ? "the published judges" : string.Join(", ", options.Studies))} at {address} · Ctrl-C ends it.");
            foreach (var migrated in app.Services.GetRequiredService<SourceList>().Migrated) terminal.Error.WriteLine($"{migrated} was of an older version and is migrated now; a copy of what it was stands beside it.");
            if (openBrowser) Open(address, terminal);
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            catch (OperationCanceledException)
            {
                // Stopping is how this work is done.
            }
            await app.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return ExitCode.Done;
    }

    private static async Task<WebApplication> StartedAsync(DashboardOptions options, bool anyPort, CancellationToken stop)
    {
        var app = DashboardServer.Build(options, TimeProvider.System);
        try
        {
            await app.StartAsync(stop);
            return app;
        }
        catch (IOException) when (anyPort && options.Port != 0)
        {
            await app.DisposeAsync();
            return await StartedAsync(options with { Port = 0 }, anyPort: false, stop);
        }
        catch (IOException error)
        {
            await app.DisposeAsync();
            throw new UsageException($"Port {options.Port} cannot be used ({error.InnerException?.Message ?? error.Message}). Name another with --port N, or leave --port out.");
        }
    }

    private static void Open(string address, Terminal terminal)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            terminal.Error.WriteLine($"No browser could be opened ({error.Message}); open {address} yourself.");
        }
    }
}
