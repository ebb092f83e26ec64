using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Similarity;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Contrast;

/// <summary>What a source can contrast, and the contrast that an address asks for.</summary>
internal sealed class ContrastedSides
{
    /// <summary>Pairs of a disagreement that are listed.</summary>
    private const int MostListed = 20;

    private readonly SourceReading reading;
    private readonly DissectionView? dissection;

    /// <exception cref="RequestException">Nothing is fitted yet, or there is no such annotator.</exception>
    public ContrastedSides(SourceReading reading, PageQuery query)
    {
        this.reading = reading;
        dissection = reading.Source.IsPublished ? null : StudyDissection.Of(reading, query.One("annotator"));
        Judges = dissection is null ? PublishedJudges.Names : [.. dissection.Fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal)];
        Groups = dissection is null ? [Group.All, .. PublishedJudges.Groups] : ComparedJudges.GroupsOf(dissection);
        Choice = ContrastChoice.Of(query, Judges, Groups, dissection is not null);
    }

    /// <summary>The judges of the source.</summary>
    public IReadOnlyList<string> Judges { get; }

    /// <summary>The groups that judges have weights of.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>What the address says.</summary>
    public ContrastChoice Choice { get; }

    /// <summary>The fits behind it; <see langword="null"/> for the published judges.</summary>
    public DissectionView? Dissection => dissection;

    /// <summary>Whether the bootstrap that was asked for is still going on.</summary>
    public bool IsBootstrapPending { get; private set; }

    /// <summary>Whether a bootstrap was asked for of a study too large for a page: it reads all votes and ratings, for minutes.</summary>
    public bool IsTooLargeForBootstrap { get; private set; }

    /// <summary>The contrast; where a bootstrap goes on, or would read too much, without it.</summary>
    /// <exception cref="RequestException">A judge or group is not there, or there are not two sides.</exception>
    public ContrastView View()
    {
        if (Choice is { IsOfGroups: false } && Choice.X == Choice.Y) throw new RequestException("A judge differs from itself in nothing. Choose two judges, or compare one judge on two groups.");
        if (Choice is { IsOfGroups: true } && Choice.G == Choice.H) throw new RequestException("Both groups are the same. Choose two.");
        if (dissection is null) return ContrastWorkflow.Published(Choice.Request);
        // Without the request's own cancellation: the result is kept for others too. Fits are asked for anew while it is made, so that it is of the state of the file that it says.
        var (key, annotator) = (string.Join('\n', ["contrast", Choice.Annotator ?? "", .. Choice.Request.Judges, "on", .. Choice.Request.Groups]), Choice.Annotator);
        IsTooLargeForBootstrap = Choice.HasBootstrap && reading.Read(reading.IsLarge);
        var isResampled = Choice.HasBootstrap && !IsTooLargeForBootstrap;
        var whole = isResampled
            ? reading.KeptSoon(key + "\nbootstrap", study => ContrastWorkflow.Run(study, StudyDissection.Held(reading, annotator), Choice.Request, CancellationToken.None))
            : null;
        IsBootstrapPending = isResampled && whole is null;
        return whole ?? reading.Kept(
            $"{key}\n{dissection.Freshness}", study => ContrastWorkflow.Run(study, StudyDissection.Of(reading, annotator), Choice.Request with { Replicates = 0 }, CancellationToken.None));
    }

    /// <summary>The group whose rows are shown.</summary>
    /// <exception cref="RequestException">The two sides have no such group in common.</exception>
    public string Shown(ContrastView view)
    {
        if (Choice.IsOfGroups || Choice.Group is not { } named) return ContrastTables.MainGroup(view);
        return view.Rows.Any(row => row.Group == named) ? named
            : throw new RequestException($"Group '{named}' is not fitted for both; both have {string.Join(", ", GroupsOf(view))}.");
    }

    /// <summary>The groups of a contrast, the mean over them first where there is one.</summary>
    public static IReadOnlyList<string> GroupsOf(ContrastView view) => [.. view.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal)];

    /// <summary>The first pairs on which the two judges disagree; <see langword="null"/> where they are not two judges that voted in this study.</summary>
    public SamplePage? Disagreements()
    {
        if (dissection is null || Choice.IsOfGroups || !Judges.Contains(Choice.X) || !Judges.Contains(Choice.Y)) return null;
        var filter = new SampleFilter { Disagree = new Disagreement((Choice.X, Choice.Y)) };
        return reading.Kept($"disagree\n{Choice.X}\n{Choice.Y}", study => SampleSearch.Run(study, filter, null, MostListed, CancellationToken.None));
    }
}
