using Prefdissect.Annotating;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Contrasts two judges, or one judge on two groups, from the draws that their fits left in the study.</summary>
public static class ContrastWorkflow
{
    private static readonly AnnotatorIdentity PublishedRatings = new("published", "1");

    /// <summary>The contrast asked for.</summary>
    /// <exception cref="RequestException">A judge or group is not there, not fitted, fitted on other data than the study now holds, or there are not two sides.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ContrastView Run(Study study, ContrastRequest request, CancellationToken cancellation)
    {
        var ofStudy = OfStudy(request);
        var fits = ofStudy.Count == 0 ? null : DissectWorkflow.Run(study, new DissectRequest { Judges = ofStudy, Annotator = request.Annotator });
        return Of(study, fits, request, cancellation);
    }

    /// <summary>The contrast asked for, from fits that were read before.</summary>
    /// <param name="study">The study.</param>
    /// <param name="fits">All fits of one annotator.</param>
    /// <param name="request">What is asked; whose ratings is told by the fits.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="RequestException">A judge or group is not there, not fitted, fitted on other data than the study now holds, or there are not two sides.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ContrastView Run(Study study, DissectionView fits, ContrastRequest request, CancellationToken cancellation)
    {
        var ofStudy = OfStudy(request);
        var fitted = fits.Fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal).ToList();
        if (ofStudy.Except(fitted, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new RequestException($"The study has no fitted judge '{missing}'; fitted are {StudySelection.Shortened(fitted)}.");
        return Of(study, ofStudy.Count == 0 ? null : fits with { Fits = [.. fits.Fits.Where(fit => ofStudy.Contains(fit.Subject.Judge))] }, request, cancellation);
    }

    /// <summary>The contrast of published judges, of which there are posterior means only: differences without intervals.</summary>
    /// <param name="request">What is asked; judges by their published names, with or without prefix, which the result does without.</param>
    /// <exception cref="RequestException">There is no such judge or group, or there are not two sides.</exception>
    public static ContrastView Published(ContrastRequest request)
    {
        var view = Of(null, null, request with { Judges = [.. request.Judges.Select(judge => PublishedJudges.HasPrefix(judge) ? judge : PublishedJudges.Prefix + judge)] }, CancellationToken.None);
        return view with { Greater = PublishedJudges.Bare(view.Greater), Lesser = PublishedJudges.Bare(view.Lesser), Judges = [.. view.Judges.Select(PublishedJudges.Bare)], Points = [.. view.Points.Select(PublishedJudges.Bare)] };
    }

    private static ContrastView Of(Study? study, DissectionView? fits, ContrastRequest request, CancellationToken cancellation)
    {
        var judges = request.Judges.Distinct(StringComparer.Ordinal).ToList();
        var groups = request.Groups.Select(StudySelection.GroupName).Distinct(StringComparer.Ordinal).ToList();
        foreach (var judge in judges.Where(judge => PublishedJudges.HasPrefix(judge) && !PublishedJudges.Names.Contains(PublishedJudges.Bare(judge))))
        {
            throw new RequestException($"There is no published judge '{judge}'. There are {StudySelection.Shortened([.. PublishedJudges.Names.Select(name => PublishedJudges.Prefix + name)])}.");
        }
        var sides = new ContrastSides(study, fits, request);
        var pairs = (judges.Count, groups.Count) switch
        {
            (2, _) => OfJudges(sides, judges[0], judges[1], groups),
            (1, 2) => [new ContrastPair($"{groups[0]} − {groups[1]}", sides.Of(judges[0], groups[0]), sides.Of(judges[0], groups[1]))],
            (1, _) => throw new RequestException("One judge is compared on two groups: name them with --groups G,H; or name two judges with --judges X,Y."),
            _ => throw new RequestException($"A contrast is of two judges, or of one judge on two groups; {judges.Count} judges are named."),
        };
        var reader = study is null ? null : new StudyReader(study);
        var over = judges.Count == 2 && groups.Count == 0 ? StandardGroups(reader?.Scenarios() ?? [], [.. pairs.Select(pair => pair.Group)]) : [];
        var view = new ContrastView(Rows(pairs, over, request.Seed))
        {
            Greater = judges.Count == 2 ? judges[0] : groups[0],
            Lesser = judges.Count == 2 ? judges[1] : groups[1],
            Judges = judges,
            Annotator = fits?.Fits[0].Subject.Annotator ?? PublishedRatings,
            StandardisedOver = over,
            Pairs = pairs.ToDictionary(pair => pair.Group, pair => (pair.Greater.Pairs, pair.Lesser.Pairs)),
            Points = [.. judges.Where(PublishedJudges.HasPrefix)],
            Simulated = fits is not null && judges.Any(fits.SimulatedJudges.Contains),
            DataHash = fits?.DataHash,
            Flagged = sides.Flagged,
            Warnings = [.. sides.Warnings],
        };
        return WithBootstrap(view, pairs, request, cancellation);
    }

    private static List<string> OfStudy(ContrastRequest request) => [.. request.Judges.Distinct(StringComparer.Ordinal).Where(judge => !PublishedJudges.HasPrefix(judge))];

    private static List<ContrastPair> OfJudges(ContrastSides sides, string greater, string lesser, List<string> named)
    {
        var common = sides.GroupsOf(greater).Intersect(sides.GroupsOf(lesser), StringComparer.Ordinal).ToList();
        if (common.Count == 0) throw new RequestException($"'{greater}' and '{lesser}' have no group in common; fitted are {StudySelection.Shortened(sides.GroupsOf(greater))}, and {StudySelection.Shortened(sides.GroupsOf(lesser))}.");
        var missing = named.Except(common, StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new RequestException($"Group '{missing[0]}' is not fitted for both; both have {StudySelection.Shortened(common)}.");
        return [.. common.Where(group => named.Count == 0 || named.Contains(group)).Select(group => new ContrastPair(group, sides.Of(greater, group), sides.Of(lesser, group)))];
    }

    /// <summary>The 11 scenarios as far as they are there; else the study's own scenarios; else whatever groups besides <c>all</c>. One group alone is no mean.</summary>
    private static IReadOnlyList<string> StandardGroups(IReadOnlyList<string> scenarios, IReadOnlyList<string> common)
    {
        IReadOnlyList<string>[] choices = [Group.PublishedScenarios, scenarios, [.. common.Where(group => group != Group.All)]];
        var chosen = choices.Select(choice => choice.Intersect(common, StringComparer.Ordinal).ToList()).FirstOrDefault(of => of.Count > 0) ?? [];
        return chosen.Count > 1 ? chosen : [];
    }

    private static IReadOnlyList<ContrastRow> Rows(IReadOnlyList<ContrastPair> pairs, IReadOnlyList<string> over, long seed)
    {
        var standard = over.Count == 0 ? [] : Contrast.MeanOf([.. pairs.Where(pair => over.Contains(pair.Group))], seed);
        var rows = standard.Concat(Contrast.Of(pairs, seed)).ToList();
        return rows.Count > 0 ? rows : throw new RequestException("The two sides have no property in common, so there is nothing to compare.");
    }

    private static ContrastView WithBootstrap(ContrastView view, IReadOnlyList<ContrastPair> pairs, ContrastRequest request, CancellationToken cancellation)
    {
        if (!request.HasBootstrap) return view with { NoBootstrap = "none was asked for" };
        var bootstrap = new PairedBootstrap(pairs);
        if (bootstrap.Obstacle is { } obstacle) return view with { NoBootstrap = obstacle };
        var rows = bootstrap.Beside(view.Rows, view.StandardisedOver, request.Replicates, request.Seed, cancellation);
        return view with { Rows = rows, Replicates = request.Replicates, Queries = bootstrap.Queries };
    }
}
