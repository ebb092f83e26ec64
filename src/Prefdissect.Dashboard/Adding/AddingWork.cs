using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Dashboard.Jobs;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Importing;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Adding;

/// <summary>The long work of this page: votes are taken, new responses rated, judges fitted; the demo is made.</summary>
internal static class AddingWork
{
    /// <summary>Takes an uploaded file and fits its judges.</summary>
    /// <param name="upload">The file, which was looked at.</param>
    /// <param name="source">The study; <see langword="null"/> for a new one.</param>
    /// <param name="sources">Where a new study is put and listed.</param>
    /// <param name="judge">Name of a judge that the file does not name.</param>
    /// <param name="rows">What to do with rows that cannot be used.</param>
    /// <param name="choices">How to fit.</param>
    public static JobWork Take(Upload upload, Source? source, SourceList sources, string? judge, BadRows rows, FitChoices choices) => new(
        $"{upload.Name} → {source?.Name ?? "a new study"}", source?.Path ?? JobWork.NewStudy, job =>
        {
            var found = upload.Found ?? throw new RequestException("The file was not looked at yet.");
            var path = source?.Path ?? NewStudyFile.Reserve(sources, "study");
            using var study = source is null ? Study.OpenOrCreate(path) : Study.Open(path);
            IReadOnlyList<string> judges, notes;
            try
            {
                (judges, notes) = found.Kind == UploadKind.Labels ? Labels(study, upload, judge!) : Votes(study, upload, found, judge, rows, job);
            }
            catch
            {
                if (source is null) study.DiscardIfCreated();
                throw;
            }
            job.Source = source ?? sources.Add(path);
            return Fitted(study, job, judges, choices, notes);
        });

    /// <summary>Fits judges that are in a study.</summary>
    public static JobWork Fit(Source source, IReadOnlyList<string> judges, FitChoices choices) => new(
        $"Fit of {PlainText.Joined([.. judges.Select(PlainText.Name)])}", source.Path!, job =>
        {
            using var study = Study.Open(source.Path!);
            return Fitted(study, job, judges, choices, []);
        });

    /// <summary>Makes the demo.</summary>
    public static JobWork Demo(SourceList sources) => new("The demo: simulated judges, made, rated and fitted", JobWork.NewStudy, job =>
    {
        var path = NewStudyFile.Reserve(sources, "demo");
        using var study = Study.OpenOrCreate(path);
        try
        {
            var view = DemoWorkflow.Run(study, job, job.Cancellation);
            job.Source = sources.Add(path);
            return new JobOutcome($"{view.Fits.Count} fits of simulated judges are in the study {job.Source.Name}.")
            {
                Links = [new("See what they prefer", job.Source.Address("dissection")), new("Overview", job.Source.Address())],
                Lines = ["All of it is simulated: judges with known tastes voted on composed texts, so that you can see how well they are found again."],
            };
        }
        catch
        {
            study.DiscardIfCreated();
            // Half a demo is a study all the same, with votes that can be rated and fitted.
            if (File.Exists(path)) job.Source = sources.Add(path);
            throw;
        }
    });

    private static (IReadOnlyList<string> Judges, IReadOnlyList<string> Notes) Votes(Study study, Upload upload, CheckedUpload found, string? judge, BadRows rows, Job job)
    {
        var options = found.Options with { Judge = judge };
        var result = ImportWorkflow.Run(study, new ImportRequest([upload.Path], options, rows) { SourceName = upload.Name }, job, job.Cancellation);
        if (result.Files[0].Failure is { } failure) throw new RequestException(upload.InItsName(failure));
        if (result.After.Votes == 0) throw new RequestException($"{upload.Name}: there is no vote in the file.");
        var notes = new List<string> { $"{Rounded.Count(result.After.Pairs - result.Before.Pairs)} pairs and {Rounded.Count(result.After.Votes - result.Before.Votes)} votes are new in the study." };
        if (result.Files[0].RefusedRowsFile is { } refused) notes.Add($"{Rounded.Count(result.Refused)} rows could not be used; they are in {refused}.");
        return ([.. found.Judges, .. found.NeedsName ? new[] { judge! } : []], notes);
    }

    private static (IReadOnlyList<string> Judges, IReadOnlyList<string> Notes) Labels(Study study, Upload upload, string judge)
    {
        try
        {
            var result = LabelsWorkflow.Run(study, judge, upload.Path, upload.Name);
            return ([judge], [$"{Rounded.Count(result.Judged)} pairs have a label.", .. result.Notices]);
        }
        catch (ImportException error)
        {
            throw new RequestException(upload.InItsName(error.Message));
        }
    }

    private static JobOutcome Fitted(Study study, Job job, IReadOnlyList<string> judges, FitChoices choices, IReadOnlyList<string> notes)
    {
        var source = job.Source!;
        if (choices.Annotator == AnnotatorIdentity.Surface.Id) AnnotateWorkflow.Run(study, new SurfaceAnnotator(), job, job.Cancellation);
        var distinct = judges.Distinct(StringComparer.Ordinal).ToList();
        var result = FitWorkflow.Run(study, choices.For(distinct), job, job.Cancellation);
        var fits = result.Fitted.Count + result.Reused.Count;
        IReadOnlyList<string> lines = [.. notes, .. WorkTables.LinesUnder(result)];
        if (fits == 0) return new JobOutcome("The votes are in the study, but nothing could be fitted.") { Lines = lines, Links = [new("Overview", source.Address())] };
        var query = PageQuery.Empty.With("judge", [.. distinct]).With("annotator", result.Annotator.Id);
        return new JobOutcome($"{PlainText.Joined([.. distinct.Take(5).Select(PlainText.Name)])}{(distinct.Count > 5 ? $" and {distinct.Count - 5} more" : "")}: {Rounded.Count(fits, "fit", "fits")} by the ratings of {PlainText.Name(result.Annotator.Id)}.")
        {
            Lines = lines,
            Links =
            [
                new("See the dissection", source.Address("dissection") + query),
                .. result.Fitted.Concat(result.Reused).Any(fit => fit.FoldMeans is not null) ? new[] { new JobLink("Weights in the paper's format", source.Address("weights") + query.With("weight", "fold-mean"), IsDownload: true) } : [],
                new("Weights given all pairs", source.Address("weights") + query.With("weight", "mean"), IsDownload: true),
            ],
        };
    }
}
