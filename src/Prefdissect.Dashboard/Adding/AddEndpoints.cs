using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prefdissect.Dashboard.Jobs;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>What the forms of this page do. Each ends by sending the browser to a page.</summary>
internal static class AddEndpoints
{
    private const int LongestName = 200;
    private static readonly TimeSpan ShortWork = TimeSpan.FromMilliseconds(700);

    /// <summary>Serves them, for a study and for a new one.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var page in new[] { "/study/{source}/add", AddAddresses.New })
        {
            app.MapPost(page + "/send", SendAsync);
            app.MapPost(page + "/columns", ReadAgainAsync);
            app.MapPost(page + "/start", Start);
        }
        app.MapPost("/study/{source}/fit", Fit);
        app.MapPost("/demo", (SourceList sources, JobList jobs, IFormCollection _) => Begin(AddingWork.Demo(sources), null, jobs, "/"));
        app.MapGet("/study/{source}/weights", WeightsDownload.Answer);
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, SourceList sources, UploadShelf shelf, JobList jobs, IFormFile? file, [FromForm] string? text, [FromForm] string? holds, CancellationToken cancellation)
    {
        if (!TryTarget(context, sources, out var source)) return Results.NotFound();
        if (file is { FileName.Length: > 0 } && !string.IsNullOrWhiteSpace(text)) return To(source, AddProblems.Both);
        Upload upload;
        if (file is { Length: > 0 })
        {
            await using var content = file.OpenReadStream();
            upload = await shelf.KeepAsync(source?.Key, file.FileName, content, cancellation);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            upload = await shelf.KeepAsync(source?.Key, "pasted text", content, cancellation);
        }
        else if (file is { FileName.Length: > 0 })
        {
            // An empty file is told as such, by the reader of files.
            upload = await shelf.KeepAsync(source?.Key, file.FileName, Stream.Null, cancellation);
        }
        else
        {
            return To(source, AddProblems.Empty);
        }
        UploadKind? kind = holds switch { "votes" => UploadKind.Votes, "labels" => UploadKind.Labels, _ => null };
        return await CheckedAsync(upload, source, kind, ImportOptions.Default, jobs);
    }

    private static async Task<IResult> ReadAgainAsync(HttpContext context, SourceList sources, UploadShelf shelf, JobList jobs, IFormCollection form)
    {
        var columns = new ColumnForm(form);
        if (!TryTarget(context, sources, out var source)) return Results.NotFound();
        if (shelf.Find(columns.Upload, source?.Key) is not { } upload) return To(source, AddProblems.Gone);
        return columns.Options() is { } options ? await CheckedAsync(upload, source, UploadKind.Votes, options, jobs) : To(source, AddProblems.Map, upload);
    }

    private static async Task<IResult> CheckedAsync(Upload upload, Source? source, UploadKind? kind, ImportOptions options, JobList jobs)
    {
        if (upload.Work is { State: JobState.Running }) return To(source, AddProblems.Busy, upload);
        upload.Found = null;
        upload.Work = jobs.Start(new JobWork($"Looking at {upload.Name}", null, job =>
        {
            upload.Found = UploadCheck.Run(upload, source?.Path, kind, options, job.Cancellation);
            return new JobOutcome("The file was looked at.");
        }), source);
        // Most files are looked at in no time, and then the page need not tell of it.
        await upload.Work.Finished.WaitAsync(ShortWork).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Results.LocalRedirect(AddAddresses.Page(source) + PageQuery.Empty.With("upload", upload.Id));
    }

    private static IResult Start(HttpContext context, SourceList sources, UploadShelf shelf, JobList jobs, IFormCollection fields)
    {
        var form = new StartForm(fields);
        if (!TryTarget(context, sources, out var source)) return Results.NotFound();
        if (shelf.Find(form.Upload, source?.Key) is not { Found: { HasUse: true } found } upload) return To(source, AddProblems.Gone);
        var judge = form.Judge?.Trim();
        if (found.NeedsName && (string.IsNullOrEmpty(judge) || judge.Length > LongestName || judge.Any(char.IsControl))) return To(source, AddProblems.Judge, upload);
        var work = AddingWork.Take(upload, source, sources, found.NeedsName ? judge : null, form.Rows, form.Choices);
        try
        {
            upload.Work = jobs.Start(work, source);
            return Results.LocalRedirect(JobPage.Address(upload.Work));
        }
        catch (RequestException)
        {
            return To(source, AddProblems.Busy, upload);
        }
    }

    private static IResult Fit(string source, SourceList sources, JobList jobs, IFormCollection fields)
    {
        var form = new FitForm(fields);
        if (sources.Find(source) is not { Path: { } path } found) return Results.NotFound();
        using (var study = Study.OpenToRead(path))
        {
            if (form.Judge is not { } judge || !new StudyReader(study).HasJudge(judge)) return To(found, AddProblems.Study);
        }
        return Begin(AddingWork.Fit(found, [form.Judge!], form.Choices), found, jobs, found.Address("add"));
    }

    private static IResult Begin(JobWork work, Source? source, JobList jobs, string back)
    {
        try
        {
            return Results.LocalRedirect(JobPage.Address(jobs.Start(work, source)));
        }
        catch (RequestException)
        {
            return Results.LocalRedirect(back + PageQuery.Empty.With("problem", AddProblems.Busy));
        }
    }

    // The addresses for a new study have no source; one that names a source must name a study that can be written.
    private static bool TryTarget(HttpContext context, SourceList sources, out Source? source)
    {
        source = null;
        if (context.Request.RouteValues["source"] is not string key) return true;
        source = sources.Find(key);
        return source is { IsPublished: false };
    }

    private static IResult To(Source? source, string problem, Upload? upload = null) =>
        Results.LocalRedirect(AddAddresses.Page(source) + PageQuery.Empty.With("problem", problem).With("upload", upload?.Id));
}
