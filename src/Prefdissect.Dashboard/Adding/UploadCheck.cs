using Prefdissect.Importing;
using Prefdissect.Importing.Labels;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Adding;

/// <summary>Looks at an uploaded file to the end, before anything is written.</summary>
internal static class UploadCheck
{
    private const int MostTelling = 1000;

    /// <summary>What the file would give.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="study">The study that it is for; <see langword="null"/> for a new one.</param>
    /// <param name="kind">What a person says it holds; <see langword="null"/> to tell by its content.</param>
    /// <param name="options">What a person says about its columns.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static CheckedUpload Run(Upload upload, string? study, UploadKind? kind, ImportOptions options, CancellationToken cancellation)
    {
        var told = kind ?? (options != ImportOptions.Default ? UploadKind.Votes : null);
        try
        {
            var columns = FileColumn.Of(upload.Path, options.Limits);
            told ??= IsLabels(columns) ? UploadKind.Labels : null;
            return told == UploadKind.Labels ? Labels(upload, study, options, cancellation) : Votes(upload, options, columns, cancellation);
        }
        catch (ImportException) when (told is null && HoldsLabels(upload.Path, cancellation))
        {
            // A list or an object of labels has no rows, and says so only here.
            return Labels(upload, study, options, cancellation);
        }
        catch (ImportException error)
        {
            return new CheckedUpload(told ?? UploadKind.Votes, options) { Failure = Told(upload, error) };
        }
    }

    private static CheckedUpload Votes(Upload upload, ImportOptions options, IReadOnlyList<FileColumn> columns, CancellationToken cancellation)
    {
        try
        {
            return new CheckedUpload(UploadKind.Votes, options) { Votes = VoteFileWorkflow.Run(upload.Path, options, cancellation) };
        }
        catch (ImportException error) when (columns.Count > 0 && IsAboutColumns(upload, error))
        {
            if (options == ImportOptions.Default && HoldsLabels(upload.Path, cancellation)) throw;
            return new CheckedUpload(UploadKind.Votes, options) { Failure = Told(upload, error), Columns = columns };
        }
    }

    private static CheckedUpload Labels(Upload upload, string? study, ImportOptions options, CancellationToken cancellation)
    {
        var found = new CheckedUpload(UploadKind.Labels, options);
        if (study is null) return found with { Failure = "Labels speak of pairs that a study holds already. Open the study and add them there, or send a file of votes with their prompts and responses." };
        try
        {
            using var opened = Study.OpenToRead(study);
            return found with { Labels = LabelsWorkflow.Check(opened, upload.Path, cancellation) };
        }
        catch (ImportException error)
        {
            return error.Count == 1 ? found with { Failure = Told(upload, error) } : found with { Failure = $"{upload.Name}: {Rounded.Count(error.Count)} labels cannot be used.", Problems = error.Problems, ProblemCount = error.Count };
        }
    }

    private static bool IsLabels(IReadOnlyList<FileColumn> columns) =>
        new[] { LabelFile.PairField, LabelFile.LabelField }.All(name => columns.Any(column => column.Name.Trim() == name)) && columns.Count <= 4;

    // The first labels tell; the others are looked at where they can be held against the study.
    private static bool HoldsLabels(string path, CancellationToken cancellation)
    {
        try
        {
            return LabelFile.Read(path, ImportLimits.Default, MostTelling, cancellation).Entries.Count > 0;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    // What is wrong with the file itself, such as its encoding, stands at a line; what cannot be told of columns does not, or names an option.
    private static bool IsAboutColumns(Upload upload, ImportException error) => error.Place.Line is null && (error.Place.File == upload.Path || error.Place.File.StartsWith("--", StringComparison.Ordinal));

    // Hints that name options of the command line are left out: the page has fields for them.
    private static string Told(Upload upload, ImportException error) =>
        upload.InItsName($"{error.Place}: {error.Found}; expected {error.Expected}.{(error.Hint.Contains("--", StringComparison.Ordinal) ? "" : " " + error.Hint)}");
}
