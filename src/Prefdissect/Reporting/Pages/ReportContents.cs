using Prefdissect.Dissecting;
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
/// <param name="Similarities">How alike the judges are, a matrix a metric.</param>
internal sealed record ReportContents(
    Provenance Provenance, IReadOnlyList<string> Judges, IReadOnlyList<(string Group, IReadOnlyList<JudgeDegrees> Degrees)> Groups, PropertySet Properties, IReadOnlyList<SimilarityMatrix> Similarities)
{
    /// <summary>The study behind it; <see langword="null"/> for the published judges.</summary>
    public ReportView? Study { get; init; }

    /// <summary>Judges that are simulated.</summary>
    public IReadOnlySet<string> Simulated { get; init; } = new HashSet<string>();

    /// <summary>The properties that any judge has weights of, in their order: what the script knows them by is their place here.</summary>
    public IReadOnlyList<string> Rows { get; } = [.. PublishedOrder.Of(Properties, Groups.SelectMany(group => group.Degrees).SelectMany(judge => judge.Degrees.Keys)).Select(of => of.Name)];

    /// <summary>The title of the page.</summary>
    public string Title => Study is null ? $"What {Judges.Count} published judges prefer" : Judges.Count == 1 ? $"What {PlainText.Name(Judges[0])} prefers" : $"What {Judges.Count} judges prefer";

    /// <summary>The smallest interval that holds every degree and its interval, so that groups share a scale.</summary>
    public Interval Axis { get; } = Spanning(Groups.SelectMany(group => group.Degrees).SelectMany(judge => judge.Degrees.Values));

    /// <summary>The contents of a study's report.</summary>
    /// <exception cref="ArgumentException">No fit has weights.</exception>
    public static ReportContents Of(ReportView view, Provenance provenance)
    {
        var fits = view.Dissection.Fits.Where(fit => fit.Weights.Count > 0).ToList();
        if (fits.Count == 0) throw new ArgumentException("The fits hold no weights, so there is nothing to draw.", nameof(view));
        var judges = fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal).ToList();
        var ofSubject = fits.ToDictionary(fit => (fit.Subject.Judge, fit.Subject.Group));
        var groups = fits.Select(fit => fit.Subject.Group).Distinct(StringComparer.Ordinal).OrderBy(group => group != Group.All).ThenBy(group => group, StringComparer.Ordinal);
        return new ReportContents(provenance, judges,
            [.. groups.Select(group => (group, (IReadOnlyList<JudgeDegrees>)[.. judges.Select(judge => ofSubject.TryGetValue((judge, group), out var fit)
                ? JudgeDegrees.Of(fit, view.Dissection.SimulatedJudges.Contains(judge))
                : JudgeDegrees.None(judge))]))],
            view.Dissection.Properties, view.Similarities)
        { Study = view, Simulated = view.Dissection.SimulatedJudges };
    }

    /// <summary>The contents of the report of the published judges: the mean over the 11 scenarios first.</summary>
    public static ReportContents Published(Provenance provenance)
    {
        string[] first = ["human", "gpt-4-1106-preview", "llama-2-70b-chat"];
        var names = first.Concat(PublishedJudges.Names.Except(first)).ToList();
        IReadOnlyList<JudgeDegrees> Degrees(Func<string, JudgeWeights> of) => [.. names.Select(name => JudgeDegrees.Of(of(name)))];
        return new ReportContents(provenance, names,
            [(Group.All, Degrees(PublishedJudges.MeanWeights)), .. PublishedJudges.Groups.Select(group => (group, Degrees(name => PublishedJudges.Weights(name, group))))],
            PropertySet.Published, [.. SimilarityMetrics.All.Select(metric => Similarity.Of(PublishedJudges.All, metric))]);
    }

    /// <summary>How a group is called.</summary>
    public string GroupName(string group) => group != Group.All ? PlainText.Name(group) : Study is null ? "mean over the 11 scenarios" : "all pairs";

    private static Interval Spanning(IEnumerable<DotPoint> points)
    {
        var values = points.SelectMany(point => new[] { point.Outer?.Low ?? point.Centre, point.Outer?.High ?? point.Centre }).Append(0.5).ToList();
        return new Interval(values.Min(), values.Max());
    }
}
