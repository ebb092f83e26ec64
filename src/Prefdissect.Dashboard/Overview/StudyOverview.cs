using Prefdissect.Annotating;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Overview;

/// <summary>What is in a study and how far its analysis is.</summary>
/// <param name="Counts">Pairs, votes, queries.</param>
/// <param name="Judges">The judges.</param>
/// <param name="Annotators">Who rated, every version.</param>
/// <param name="Fits">The fits that are shown, of every annotator.</param>
public sealed record StudyOverview(StudyCounts Counts, IReadOnlyList<JudgeCounts> Judges, IReadOnlyList<AnnotatorIdentity> Annotators, IReadOnlyList<JudgeFit> Fits)
{
    /// <summary>Whether anything was made by the simulator.</summary>
    public bool IsSimulated { get; private init; }

    /// <summary>What to do next.</summary>
    public required NextStep Next { get; init; }

    /// <summary>Hash of the votes; <see langword="null"/> in a large study.</summary>
    public required string? DataHash { get; init; }

    /// <summary>Fits whose draws cannot be trusted.</summary>
    public int Unhealthy => Fits.Count(fit => !fit.Health.IsHealthy);

    /// <summary>Reads a study, or what was read before where it has not changed.</summary>
    public static StudyOverview Of(SourceReading reading) => reading.Kept("overview", study => Read(study, StudyDissection.Fits(reading)));

    private static StudyOverview Read(Study study, StudyFits fits)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var counts = reader.Counts();
        var annotators = reader.Annotators();
        return new StudyOverview(counts, reader.Judges(), annotators, fits.Shown)
        {
            IsSimulated = reader.IsSimulated(),
            Next = NextOf(study, counts, annotators, fits.Shown),
            DataHash = fits.DataHash,
        };
    }

    private static NextStep NextOf(Study study, StudyCounts counts, IReadOnlyList<AnnotatorIdentity> annotators, IReadOnlyList<JudgeFit> fits)
    {
        var name = ShellWord.Of(study.Path);
        if (counts.Votes == 0) return new NextStep("There are no votes yet: read some, or vote yourself.") { Page = "add", PageTitle = "Add votes" };
        if (!annotators.Any(annotator => annotator.Id != AnnotatorIdentity.Planted.Id)) return new NextStep("No response is rated yet; ratings without a model take minutes.") { Command = $"prefdissect annotate -s {name} --annotator surface" };
        if (fits.Count == 0) return new NextStep("Nothing is fitted yet; this makes the preferences.") { Command = $"prefdissect fit -s {name}" };
        if (counts.Scenarios > 0 && fits.All(fit => fit.Subject.Group == Group.All))
        {
            return new NextStep("All pairs are fitted, and no scenario: one of fewer than 100 usable pairs is fitted only when it is named.")
            {
                Command = $"prefdissect fit -s {name} --group NAME",
                Page = "dissection",
                PageTitle = "To the dissection",
            };
        }
        return new NextStep(fits.Any(fit => fit.Subject.Group == Group.All) ? "Everything is there: see what the judges prefer." : "See what the judges prefer.") { Page = "dissection", PageTitle = "To the dissection" };
    }
}
