using Prefdissect.Annotating;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Rates the responses of a study that an annotator has not rated yet, and flags those with signs of manipulation. Killed and started again, it goes on where it stopped.</summary>
public static class AnnotateWorkflow
{
    private const int BatchSize = 4096;

    /// <summary>Rates what is missing and says what there was to do.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was rated so far is kept.</exception>
    public static AnnotateResult Run(Study study, IResponseAnnotator annotator, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StudyReader(study);
        var missing = reader.CountUnrated(annotator.Identity);
        var (done, notRated, after) = (0, 0, 0L);
        while (reader.Unrated(annotator.Identity, after, BatchSize) is { Count: > 0 } batch)
        {
            var ratings = Rated(annotator, batch, cancellation);
            using var write = study.BeginWrite();
            using (var writer = write.Ratings(annotator.Identity))
            {
                for (var i = 0; i < batch.Count; i++) Keep(writer, batch[i].Id, annotator.Properties, ratings[i]);
            }
            write.Commit();
            done += batch.Count;
            notRated += ratings.Count(of => of.Any(rating => rating.State == RatingState.NotMeasured));
            after = batch[^1].Id;
            progress?.Report(new WorkProgress("responses", done, missing));
        }
        FlagWorkflow.Run(study, progress, cancellation);
        return new AnnotateResult(annotator.Identity, reader.Counts().Responses, done, notRated, [.. annotator.Properties.Select(property => property.ShortName)])
        {
            FlaggedResponses = reader.FlaggedResponses(),
        };
    }

    private static IReadOnlyList<Rating>[] Rated(IResponseAnnotator annotator, IReadOnlyList<StoredResponse> batch, CancellationToken cancellation)
    {
        var ratings = new IReadOnlyList<Rating>[batch.Count];
        Parallel.For(0, batch.Count, new ParallelOptions { CancellationToken = cancellation }, i => ratings[i] = annotator.Rate(batch[i].Text));
        return ratings;
    }

    private static void Keep(RatingWriter writer, long response, IReadOnlyList<Property> properties, IReadOnlyList<Rating> ratings)
    {
        for (var p = 0; p < properties.Count; p++) writer.AddToResponse(response, properties[p], ratings[p]);
    }
}
