using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Prefdissect.Dashboard.Serving;

namespace Prefdissect.Dashboard.Tests;

/// <summary>A dashboard that listens on a free port of this machine until it is disposed.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly WebApplication app;

    private Served(WebApplication app, Uri address)
    {
        (this.app, Address) = (app, address);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>The address of the first page.</summary>
    public Uri Address { get; }

    /// <summary>Asks without a browser; redirections are not followed.</summary>
    public HttpClient Client { get; }

    /// <summary>Serves studies.</summary>
    public static Task<Served> StartAsync(params string[] studies) => StartAsync(new DashboardOptions { Studies = studies });

    /// <summary>Serves as the options say, on a free port.</summary>
    public static async Task<Served> StartAsync(DashboardOptions options)
    {
        var app = DashboardServer.Build(options with { Port = 0 }, TimeProvider.System);
        await app.StartAsync();
        return new Served(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
