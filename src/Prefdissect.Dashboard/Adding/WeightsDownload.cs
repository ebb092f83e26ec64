using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>Weights in the paper's format, one file a group, packed into one: what <c>export weights</c> writes.</summary>
internal static class WeightsDownload
{
    /// <summary>Answers with the file, or with why there is none.</summary>
    public static IResult Answer(string source, SourceList sources, HttpContext context)
    {
        if (sources.Find(source) is not { Path: { } path } found) return Results.NotFound();
        var query = PageQuery.Of(context.Request.Query);
        var request = new DissectRequest { Judges = query.All("judge"), Groups = query.All("group"), Annotator = query.One("annotator") };
        var weight = query.Word("weight", "fold-mean", "mean") == "mean" ? ExportedWeight.Mean : ExportedWeight.FoldMean;
        try
        {
            using var study = Study.OpenToRead(path);
            return Results.File(Packed(study, request, weight), "application/zip", $"weights-{found.Key}.zip");
        }
        catch (Exception error) when (error is RequestException or StudyException)
        {
            return Results.Text(error.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static byte[] Packed(Study study, DissectRequest request, ExportedWeight weight)
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-weights-").FullName;
        try
        {
            ExportWeightsWorkflow.Run(study, request, weight, folder);
            using var packed = new MemoryStream();
            ZipFile.CreateFromDirectory(folder, packed);
            return packed.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
