using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Voting;

/// <summary>Takes votes.</summary>
internal static class VoteEndpoints
{
    /// <summary>Serves them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/study/{source}/vote/begin", Begin);
        app.MapPost("/study/{source}/vote", Say);
    }

    private static IResult Begin(string source, SourceList sources, VotingRoom room, [FromForm] string? judge, [FromForm] string? scenario)
    {
        if (sources.Find(source) is not { IsPublished: false } found) return Results.NotFound();
        if (VotePage.NameOf(judge) is not { } name) return Results.LocalRedirect(found.Address("vote") + PageQuery.Empty.With("judge", judge));
        var query = PageQuery.Empty.With("judge", name).With("scenario", scenario);
        try
        {
            room.Begin(found, name, string.IsNullOrEmpty(scenario) ? null : scenario);
        }
        catch (Exception error) when (error is RequestException or StudyException)
        {
            query = query.With("problem", "begin");
        }
        return Results.LocalRedirect(found.Address("vote") + query);
    }

    private static IResult Say(
        string source, SourceList sources, VotingRoom room, [FromForm] string? judge, [FromForm] string? scenario, [FromForm] string? pair, [FromForm] string? say)
    {
        if (sources.Find(source) is not { IsPublished: false } found || VotePage.NameOf(judge) is not { } name) return Results.NotFound();
        var query = PageQuery.Empty.With("judge", name).With("scenario", scenario);
        if (!Enum.TryParse<VoteWord>(say, ignoreCase: true, out var word) || !Enum.IsDefined(word)) return Results.BadRequest();
        try
        {
            room.Say(found, name, string.IsNullOrEmpty(scenario) ? null : scenario, pair, word);
        }
        catch (Exception error) when (error is RequestException or StudyException)
        {
            query = query.With("problem", "kept");
        }
        return Results.LocalRedirect(found.Address("vote") + query);
    }
}
