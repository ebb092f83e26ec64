using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Published;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Similarity;

/// <summary>The judges that an address asks to compare, and how alike they are.</summary>
/// <param name="View">The judges shown, in no particular order.</param>
/// <param name="Choice">What the address says.</param>
/// <param name="Judges">All judges of the source that can be compared so.</param>
/// <param name="Groups">The groups that can be named.</param>
public sealed record ComparedJudges(SimilarityView View, SimilarityChoice Choice, IReadOnlyList<string> Judges, IReadOnlyList<string> Groups)
{
    /// <summary>More judges than this are not drawn unless they are named: cells would be too small to tell apart.</summary>
    public const int MostJudges = 80;

    /// <summary>Whether judges are left out because there are too many.</summary>
    public bool IsShortened => Choice.Judges.Count == 0 && Judges.Count > MostJudges;

    /// <summary>Whether they are of a study.</summary>
    public bool IsStudy { get; private init; }

    /// <summary>Whether the posterior of each similarity is still being worked out.</summary>
    public bool AreIntervalsPending { get; private init; }

    /// <summary>The fits behind it; <see langword="null"/> for the published judges.</summary>
    public DissectionView? Dissection { get; private init; }

    /// <summary>What an address asks for.</summary>
    /// <exception cref="RequestException">Nothing is fitted yet, or a judge, group or annotator is not there.</exception>
    public static ComparedJudges Of(SourceReading reading, PageQuery query)
    {
        var choice = SimilarityChoice.Of(query);
        if (reading.Source.IsPublished)
        {
            var published = SimilarityWorkflow.Published(choice.Metric, choice.Group);
            return new ComparedJudges(published.Among(Shown(choice, published.Matrix.Judges)), choice, published.Matrix.Judges, PublishedJudges.Groups);
        }
        var dissection = StudyDissection.Of(reading, choice.Annotator);
        // Without the request's own cancellation: the result is kept for others too. Intervals of many judges take seconds, for which the matrix does not wait.
        var key = $"similarity/{choice.Annotator}/{choice.Metric.Name}/{choice.Group}";
        var means = reading.Kept($"{key}/means", _ => SimilarityWorkflow.OfMeans(StudyDissection.Stored(reading, choice.Annotator), choice.Metric, choice.Group));
        var whole = reading.KeptSoon(key, study => SimilarityWorkflow.OfFits(study, StudyDissection.Stored(reading, choice.Annotator), choice.Metric, choice.Group));
        var all = whole ?? means;
        // One judge alone is like itself and nothing else: a few published ones stand beside it until others are chosen.
        if (all.Matrix.Judges.Count == 1 && choice.Published.Count == 0) choice = choice.Beside(["human", "gpt-4-1106-preview", "gpt-3.5-turbo-1106", "llama-2-70b-chat", "mistral-7b"]);
        var judges = Shown(choice, all.Matrix.Judges);
        var view = all.With(choice.Published);
        return new ComparedJudges(view.Among([.. judges, .. view.Matrix.Judges.Except(all.Matrix.Judges)]), choice, all.Matrix.Judges, GroupsOf(dissection))
        {
            IsStudy = true,
            Dissection = dissection,
            AreIntervalsPending = whole is null,
        };
    }

    /// <summary>The groups of fits: all pairs first, then as published, then by name.</summary>
    internal static IReadOnlyList<string> GroupsOf(DissectionView dissection) => GroupOrder.Of(dissection.Fits.Select(fit => fit.Subject.Group));

    private static IReadOnlyList<string> Shown(SimilarityChoice choice, IReadOnlyList<string> all) => choice.Judges.Count > 0 ? choice.Judges : [.. all.Take(MostJudges)];
}
