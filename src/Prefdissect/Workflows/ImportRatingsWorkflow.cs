using Prefdissect.Annotating;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>
/// Reads files of ratings into a study as the work of an annotator with a name of its own, each file whole or not at all. A rating given again replaces the older one;
/// the length of every rated pair's responses is counted beside them.
/// </summary>
public static class ImportRatingsWorkflow
{
    private const int RefusedShown = 20;
    private const int ReportEvery = 1000;

    /// <summary>Imports the files.</summary>
    /// <param name="study">The study; the pairs rated must be in it.</param>
    /// <param name="request">What to import; how winners are written does not matter.</param>
    /// <param name="annotator">Who rated.</param>
    /// <param name="own">Properties beside those of the study.</param>
    /// <param name="progress">Is told of every thousand rows.</param>
    /// <param name="cancellation">Stops; files that were complete are kept.</param>
    /// <exception cref="RequestException">The name is one that the program uses itself.</exception>
    public static ImportResult Run(Study study, ImportRequest request, string annotator, PropertySet own, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var identity = IdentityOf(annotator);
        var reader = new StudyReader(study);
        var before = reader.Counts();
        var held = reader.Properties();
        var properties = own.With(held.All.Where(property => own.Find(property.ShortName) is null));
        var files = request.Files.Select((_, index) => Import(study, index, request, (identity, properties), progress, cancellation)).ToList();
        return new ImportResult(files, before, reader.Counts(), reader.DataHash().ToString());
    }

    private static AnnotatorIdentity IdentityOf(string name)
    {
        var taken = new[] { AnnotatorIdentity.Surface.Id, AnnotatorIdentity.Planted.Id, AnnotatorIdentity.Published.Id };
        if (name.Length == 0 || name.Contains(',') || name.Trim() != name || taken.Contains(name) || name == "llm" || name.StartsWith("llm:", StringComparison.Ordinal))
            throw new RequestException($"--annotator '{name}' cannot name a person's ratings: {string.Join(", ", taken)} and llm are the program's own, and a name has no comma and no white space around it.");
        return new AnnotatorIdentity(name, "1");
    }

    private static ImportedFile Import(
        Study study, int index, ImportRequest request, (AnnotatorIdentity Annotator, PropertySet Properties) by, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var path = request.Files[index];
        var outcome = new ImportedFile(path, "ratings");
        try
        {
            using var file = RatingFile.Open(path, by.Properties, request.Options.Limits);
            using var refused = new RefusedRowsFile(study.Path, ImportWorkflow.UniqueName(request.Files, index));
            using var write = study.BeginWrite();
            using var ratings = write.Ratings(by.Annotator);
            var measured = new HashSet<long>();
            foreach (var read in file.Rows(cancellation))
            {
                outcome = outcome with { Rows = outcome.Rows + 1 };
                if (Keep(read, ratings, by.Properties, measured) is { } bad)
                {
                    refused.Add(bad);
                    outcome = outcome with { Refused = outcome.Refused + 1, FirstRefused = outcome.Refused < RefusedShown ? [.. outcome.FirstRefused, bad] : outcome.FirstRefused };
                }
                else outcome = outcome with { Ratings = outcome.Ratings + 1 };
                if (outcome.Rows % ReportEvery == 0) progress?.Report(new WorkProgress($"KB of {Path.GetFileName(path)}", file.BytesRead / 1024, file.Length / 1024));
            }
            if (outcome.Refused > 0 && request.BadRows == BadRows.RefuseFile) return outcome with { Ratings = 0, Failure = ImportWorkflow.WhyRefused(outcome) };
            // A file without one good row makes no annotator.
            if (outcome.Ratings > 0) write.Commit();
            return outcome with { RefusedRowsFile = refused.Complete() };
        }
        catch (ImportException error)
        {
            return outcome with { Ratings = 0, Failure = error.Message };
        }
    }

    /// <summary>Writes a rating, or says why it cannot be used.</summary>
    private static RefusedRow? Keep(ImportedRow read, RatingWriter ratings, PropertySet properties, HashSet<long> measured)
    {
        if (read is RefusedRow bad) return bad;
        var row = (RatedRow)read;
        if (ratings.FindPair(row.Pair) is not { } pair)
        {
            return new RefusedRow(new FilePlace(row.Source.File, row.Line), "a pair that the study does not have", "prompt and responses of one of its pairs, as they were imported",
                "Import its votes first, or leave such rows out with --skip-bad.", row.Source.RawText);
        }
        ratings.AddToPair(pair, row.Side, row.Property, row.Rating);
        if (!measured.Add(pair)) return null;
        foreach (var length in Resolver.Length(properties, row.Pair.First.Text, row.Pair.Second.Text)) ratings.AddToPair(pair, length.Side, length.Property, length.Rating);
        return null;
    }
}
