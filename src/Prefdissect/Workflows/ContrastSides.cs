using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Finds the sides of contrasts: stored fits with their draws and designs, and published judges.</summary>
internal sealed class ContrastSides
{
    private readonly Study? study;
    private readonly DissectionView? fits;
    private readonly ContrastRequest request;
    private readonly List<JudgeFit> used = [];
    private readonly Dictionary<(string Judge, Control Control), IReadOnlyDictionary<string, IReadOnlyList<JudgedPair>>> judged = [];
    private RatedStudy? rated;

    /// <param name="study">The study; <see langword="null"/> where all judges are published.</param>
    /// <param name="fits">Its fits of the judges in question; <see langword="null"/> where all are published.</param>
    /// <param name="request">What is asked: only what is resampled is read again, which takes long in a large study.</param>
    public ContrastSides(Study? study, DissectionView? fits, ContrastRequest request)
    {
        (this.study, this.fits, this.request) = (study, fits, request);
    }

    /// <summary>What to be careful about with the sides found so far.</summary>
    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    /// <summary>The fits among them in which pairs with a flagged response count.</summary>
    public IReadOnlyList<FlaggedFit> Flagged => FlaggedFit.Among(used);

    /// <summary>The groups a judge can be compared on.</summary>
    public IReadOnlyList<string> GroupsOf(string judge) => PublishedJudges.HasPrefix(judge)
        ? [Group.All, .. PublishedJudges.Groups]
        : [.. fits!.Fits.Where(fit => fit.Subject.Judge == judge).Select(fit => fit.Subject.Group)];

    /// <summary>One side.</summary>
    /// <exception cref="RequestException">The group is not fitted, or fitted on other data than the study now holds.</exception>
    public ContrastSide Of(string judge, string group)
    {
        if (!GroupsOf(judge).Contains(group)) throw new RequestException($"'{judge}' is not fitted on '{group}'; fitted are {StudySelection.Shortened(GroupsOf(judge))}.");
        if (PublishedJudges.HasPrefix(judge))
        {
            var points = PublishedJudges.On(judge, group);
            return new ContrastSide(points with { Judge = judge });
        }
        var fit = fits!.Fits.First(one => one.Subject.Judge == judge && one.Subject.Group == group);
        if (fits.Stale.Contains(fit.Subject)) throw new RequestException($"The votes or ratings behind the fit of '{judge}' on '{group}' have changed since. Run `prefdissect fit` again.");
        if (!used.Contains(fit)) used.Add(fit);
        if (!fit.Health.IsHealthy) Warnings.Add($"The draws of '{judge}' on '{group}' are not healthy: {string.Join(" ", fit.Health.Problems)}");
        var prior = fits.Fits.Select(one => (one.Options.Prior, one.Options.Control, one.Options.Flags)).Distinct().ToList();
        if (prior.Count > 1) Warnings.Add("The fits differ in prior, control or what became of flagged responses, so that part of a difference may be theirs.");
        return new ContrastSide(fit.PosteriorMeans)
        {
            Draws = new FitStore(study!).Draws(fit) ?? throw new RequestException($"The fit of '{judge}' on '{group}' is from before draws were kept. Run `prefdissect fit` again."),
            Design = request.HasBootstrap ? DesignOf(fit) : null,
            Pairs = fit.Design.Pairs,
            Prior = fit.Options.Prior,
        };
    }

    private Design DesignOf(JudgeFit fit)
    {
        rated ??= new RatedStudy(study!, fit.Subject.Annotator);
        var key = (fit.Subject.Judge, fit.Options.Control);
        if (!judged.TryGetValue(key, out var byGroup)) judged.Add(key, byGroup = rated.ByGroup(key.Judge, key.Control));
        return Design.Build(rated.Properties, byGroup[fit.Subject.Group], fit.Options.Ties, fit.Options.Flags);
    }
}
