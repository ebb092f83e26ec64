using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Serving;

/// <summary>
/// Asks a server that has started for the pages that are looked at first. What they show is read and their code is compiled by the time a person has found the
/// address: of a large study that is the difference between a second or two and none.
/// </summary>
internal static class FirstLook
{
    private static readonly string[] Pages = ["", "dissection", "similarity", "contrast", "samples"];

    /// <summary>Looks, and gives up silently: whoever asks for a page that cannot be shown is told so there.</summary>
    public static async Task TakeAsync(WebApplication app, CancellationToken stop)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        // Names of studies are nobody else's business: not a proxy's either.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var first = app.Services.GetRequiredService<SourceList>().All[0];
        // One that may not be written to and is of an older version is copied whole at every look.
        if (first.Path is { } path && Study.IsOlder(path)) return;
        try
        {
            var text = "";
            foreach (var page in Pages) text = await AskAsync(client, first.Address(page), stop).ConfigureAwait(false);
            // The last page lists pairs.
            var start = text.IndexOf(first.Address("pair/"), StringComparison.Ordinal);
            if (start >= 0) await AskAsync(client, text[start..text.IndexOfAny(['"', '?'], start)], stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // Ended meanwhile.
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string address, CancellationToken stop)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), stop).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync(stop).ConfigureAwait(false);
    }
}
