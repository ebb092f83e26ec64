using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>What an interactive report shows, sorted out: judges and groups in one order for every figure and for the script.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Judges">Names of the judges: a judge's place is that of its series.</param>
/// <param name="Groups">Groups with the degrees of every judge, in the order of <paramref name="Judges"/>; the one shown first is first.</param>
/// <param name="Properties">The properties known.</param>
/// <param name="Similarities">How alike the judges are, a view a metric.</param>
internal sealed record ReportContents(
    Provenance Provenance, IReadOnlyList<string> Judges, IReadOnlyList<(string Group, IReadOnlyList<JudgeDegrees> Degrees)> Groups, PropertySet Properties, IReadOnlyList<SimilarityView> Similarities)
{
    /// <summary>The study behind it; <see langword="null"/> for the published judges.</summary>
    public ReportView? Study { get; init; }

    /// <summary>Judges that are simulated.</summary>
    public IReadOnlySet<string> Simulated { get; init; } = new HashSet<string>();

    /// <summary>The properties that any judge has weights of, as published: what the script knows them by is their place here.</summary>
    public IReadOnlyList<string> Rows { get; } = DegreesChart.PublishedRows(Groups.SelectMany(group => group.Degrees), Properties);

    /// <summary>The judges as maps, one a metric; <see langword="null"/> where a value is not known.</summary>
    public IReadOnlyList<JudgeMap?> Maps { get; } =
        [.. Similarities.Select(view => view.Matrix.IsComplete ? JudgeMap.Of(view.Matrix) : null)];

    /// <summary>The title of the page.</summary>
    public string Title => Study is null ? $"What {Judges.Count} published judges prefer" : Judges.Count == 1 ? $"What {PlainText.Name(Judges[0])} prefers" : $"What {Judges.Count} judges prefer";

    /// <summary>The smallest interval that holds every degree and its interval, so that groups share a scale.</summary>
    public Interval Axis { get; } = DegreesChart.Spanning(Groups.SelectMany(group => group.Degrees));

    /// <summary>The contents of a study's report.</summary>
    /// <exception cref="ArgumentException">No fit has weights.</exception>
    public static ReportContents Of(ReportView view, Provenance provenance)
    {
        var fits = view.Dissection.Fits.Where(fit => fit.Weights.Count > 0).ToList();
        if (fits.Count == 0) throw new ArgumentException("The fits hold no weights, so there is nothing to draw.", nameof(view));
        var judges = fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal).ToList();
        var ofSubject = fits.ToDictionary(fit => (fit.Subject.Judge, fit.Subject.Group));
        return new ReportContents(provenance, judges,
            [.. GroupOrder.Of(fits.Select(fit => fit.Subject.Group)).Select(group => (group, (IReadOnlyList<JudgeDegrees>)[.. judges.Select(judge =>
                ofSubject.TryGetValue((judge, group), out var fit) ? JudgeDegrees.Of(fit, view.Dissection) : JudgeDegrees.None(judge, group))]))],
            view.Dissection.Properties, view.Similarities)
        { Study = view, Simulated = view.Dissection.SimulatedJudges };
    }

    /// <summary>The contents of the report of the published judges: the mean over the 11 scenarios first.</summary>
    public static ReportContents Published(Provenance provenance)
    {
        string[] first = ["human", "gpt-4-1106-preview", "llama-2-70b-chat"];
        var names = first.Concat(PublishedJudges.Names.Except(first)).ToList();
        return new ReportContents(provenance, names,
            [.. PublishedJudges.Groups.Prepend(Group.All).Select(group => (group, (IReadOnlyList<JudgeDegrees>)[.. names.Select(name => JudgeDegrees.Of(PublishedJudges.On(name, group)))]))],
            PropertySet.Published, [.. SimilarityMetrics.All.Select(metric => SimilarityWorkflow.Published(metric, null))]);
    }

    /// <summary>How a group is called.</summary>
    public string GroupName(string group) => group == Group.All && Study is null ? "mean over the 11 scenarios" : GroupText.Of(group);
}
