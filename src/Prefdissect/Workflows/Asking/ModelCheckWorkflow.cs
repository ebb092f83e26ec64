using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Tries what an endpoint can do, by a few tiny requests.</summary>
public static class ModelCheckWorkflow
{
    /// <summary>Puts what was found in the place of what a study knows, so that it is asked by that; what could not be found out is tried anew when it is needed.</summary>
    public static void Keep(Study study, IEnumerable<ModelCheckResult> results)
    {
        var store = new CapabilityStore(study);
        foreach (var result in results.Where(result => result.Problem is null)) store.Replace(result.Model.Endpoint, result.Capabilities);
    }

    /// <summary>Tries a model.</summary>
    public static async Task<ModelCheckResult> RunAsync(NamedModel named, Func<string, string?> environment, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            // Who checks waits for it: a server that is down is told soon.
            var quick = named with { Endpoint = named.Endpoint with { Limits = named.Endpoint.Limits with { Retries = Math.Min(2, named.Endpoint.Limits.Retries) } } };
            var key = named.Endpoint.ReadKey(environment);
            using var client = new ModelClient(quick, key.Key, new ModelClientOptions { Time = time });
            return new ModelCheckResult(named, await new CapabilityProbe(client).TryAsync(Aspects.All, cancellation).ConfigureAwait(false), null) { Notice = key.Notice };
        }
        catch (Exception error) when (error is ModelUnavailableException or ModelSettingsException)
        {
            return new ModelCheckResult(named, ModelCapabilities.Unknown, error.Message);
        }
    }
}
