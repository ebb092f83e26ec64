using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prefdissect.Dashboard.Serving;

namespace Prefdissect.Dashboard.Jobs;

/// <summary>What a person can do to a job.</summary>
internal static class JobEndpoints
{
    /// <summary>Serves them.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/job/{id}/cancel", (string id, [FromForm] string? back, JobList jobs) =>
    {
        jobs.Find(id)?.Cancel();
        return Results.LocalRedirect(LocalAddress.OrHome(back));
    });
}
