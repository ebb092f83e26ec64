using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Workflows.Explaining;

/// <summary>Explains why judges prefer the response of a pair that they do, from the fits of a study. It reads one pair, however many the study holds.</summary>
public static class ExplainWorkflow
{
    /// <summary>The explanation asked for.</summary>
    /// <exception cref="RequestException">The pair is not there or several are meant, a judge, group or annotator is not there, or nothing was fitted yet.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Explanation Run(Study study, ExplainRequest request, CancellationToken cancellation)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var pairs = new SinglePairReader(study);
        var (id, _) = ChosenPair.Of(study, request.Pair);
        var annotator = AnnotatorChoice.Of(reader.Annotators(), request.Annotator);
        string[] groups = request.Groups.Count == 0 ? [Group.All] : [.. request.Groups.Select(StudySelection.GroupName).Distinct(StringComparer.Ordinal)];
        var published = PublishedNamed(request);
        var fits = Fits(study, request, annotator, groups, published.Count > 0);
        var properties = reader.Properties().All;
        var compared = pairs.Compared(id, annotator, properties);
        var features = PairFeatures.Of(compared, properties);
        var applied = fits.Select(fit => (Fit: fit, Reason: WhyNot(fit, compared, features, annotator))).ToList();
        var explained = Explained(study, pairs, id, [.. applied.Where(of => of.Reason is null).Select(of => of.Fit)], features, request, cancellation);
        return new Explanation(new JudgedPairReader(study).Pair(id), annotator, [.. explained, .. Published(published, groups, features, annotator)])
        {
            NotExplained = [.. applied.Where(of => of.Reason is not null).Select(of => new NotExplained(of.Fit.Subject.Judge, of.Fit.Subject.Group, of.Reason!)), .. NotPublished(published, groups)],
            Features = features,
            DataHash = ContentHash.Of("explanation", [compared.Pair.ToString(), .. fits.Select(fit => fit.DataHash.ToString())]).ToString(),
            Warnings = [.. OfOtherGroups(study, id, groups), .. Warnings(compared, explained, fits)],
        };
    }

    private static List<string> PublishedNamed(ExplainRequest request)
    {
        var names = request.Judges.Where(PublishedJudges.HasPrefix).Concat(request.Published).Select(PublishedJudges.Bare).Distinct(StringComparer.Ordinal).ToList();
        return names.Except(PublishedJudges.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new RequestException($"There is no published judge '{PublishedJudges.Prefix}{unknown}'. There are {StudySelection.Shortened([.. PublishedJudges.Names.Select(name => PublishedJudges.Prefix + name)])}.")
            : names;
    }

    private static List<JudgeFit> Fits(Study study, ExplainRequest request, AnnotatorIdentity annotator, IReadOnlyCollection<string> groups, bool hasPublished)
    {
        var judges = request.Judges.Where(judge => !PublishedJudges.HasPrefix(judge)).Distinct(StringComparer.Ordinal).ToList();
        if (judges.Count == 0 && request.Judges.Count > 0) return [];
        var all = new FitStore(study).Shown(annotator, groups);
        var fits = all.Where(fit => judges.Count == 0 || judges.Contains(fit.Subject.Judge)).ToList();
        if (fits.Count == 0 && judges.Count == 0 && hasPublished) return [];
        var where = $"on {string.Join(", ", groups.Select(group => $"'{group}'"))} with the ratings of '{annotator.Id}'";
        if (all.Count == 0) throw new RequestException($"Nothing is fitted yet {where}. Run `prefdissect fit -s {ShellWord.Of(study.Path)} --annotator {ShellWord.Of(annotator.Id)}`.");
        return judges.Find(judge => fits.TrueForAll(fit => fit.Subject.Judge != judge)) is { } missing
            ? throw new RequestException($"Judge '{missing}' is not fitted {where}; fitted are {StudySelection.Shortened([.. all.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal)])}.")
            : fits;
    }

    private static string? WhyNot(JudgeFit fit, ComparedPair compared, Dictionary<string, double> features, AnnotatorIdentity annotator)
    {
        var missing = fit.Weights.Select(weight => weight.Property).Where(property => !features.ContainsKey(property)).ToList();
        if (missing.Count == 0) return null;
        var reason = compared.ErrorsNotApplicable ? "Errors cannot be told on this pair, and the fit knows" : $"Not rated on this pair by '{annotator.Id}', and in the fit:";
        return $"{reason} {StudySelection.Shortened(missing)}.";
    }

    private static List<JudgeExplanation> Explained(
        Study study, SinglePairReader pairs, long pair, List<JudgeFit> fits, Dictionary<string, double> features, ExplainRequest request, CancellationToken cancellation)
    {
        var store = new FitStore(study);
        var votes = pairs.Votes(pair);
        var simulated = pairs.Simulated([.. fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal)]);
        var held = fits.Count > 0 && !new StudyReader(study).HasMorePairsThan(request.MostPairsToCheck)
            ? new HeldFits(store, new RatedStudy(study, fits[0].Subject.Annotator)).Of(fits).ToDictionary(of => of.Fit.Subject, of => of.Holds)
            : [];
        var models = fits.ConvertAll(fit => ExplainedModel.Of(fit, store.Draws(fit)));
        return [.. fits.Zip(models).AsParallel().AsOrdered().WithCancellation(cancellation).Select(of => new JudgeExplanation(
            of.First.Subject.Judge, of.First.Subject.Group, of.First.Subject.Annotator, PairExplanation.Of(of.Second, features, request.IntervalsOf?.Contains(of.First.Subject.Judge) == false ? 0 : PairExplanation.MostShapleyDraws))
        {
            Simulated = simulated.Contains(of.First.Subject.Judge),
            Stale = held.TryGetValue(of.First.Subject, out var holds) ? !holds : null,
            Votes = votes.TryGetValue(of.First.Subject.Judge, out var own) ? own : null,
            Held = of.First.Writers.Count > 0 ? "The fit is controlled for who wrote the responses; the probability is that of two responses by writers of equal strength." : null,
        })];
    }

    private static bool Has(string group) => group == Group.All || PublishedJudges.Groups.Contains(group);

    private static IEnumerable<JudgeExplanation> Published(List<string> judges, string[] groups, Dictionary<string, double> features, AnnotatorIdentity annotator) =>
        from judge in judges
        from grp in groups
        where Has(grp)
        let model = ExplainedModel.Of(PublishedJudges.On(judge, grp))
        select new JudgeExplanation(PublishedJudges.Prefix + judge, grp, annotator, PairExplanation.Of(model.On(features.Keys.ToHashSet(StringComparer.Ordinal)), features))
        {
            IsPublished = true,
            LeftOut = [.. model.Weights.Select(weight => weight.Property).Where(property => !features.ContainsKey(property))],
        };

    private static IEnumerable<NotExplained> NotPublished(List<string> judges, string[] groups) =>
        from judge in judges
        from grp in groups
        where !Has(grp)
        select new NotExplained(PublishedJudges.Prefix + judge, grp, "There are no published weights of this group.");

    private static IEnumerable<string> OfOtherGroups(Study study, long pair, string[] groups)
    {
        if (groups.All(group => group == Group.All)) return [];
        var reader = new PairReader(study, pair);
        var own = PairGroups.Of(reader.Votes(), reader.ToldScenario()?.Group);
        return groups.Except(own, StringComparer.Ordinal).Select(group => $"The pair is not in group '{group}': what was fitted on other pairs is applied to it.");
    }

    private static IEnumerable<string> Warnings(ComparedPair compared, List<JudgeExplanation> explained, List<JudgeFit> fits)
    {
        if (compared.HasEqualResponses) yield return "Both responses are the same text: there is nothing to prefer, and the pair is in no fit.";
        foreach (var stale in explained.Where(of => of.Stale == true))
            yield return $"The votes or ratings behind the fit of '{stale.Judge}' on '{stale.Group}' have changed since. Run `prefdissect fit` again.";
        foreach (var fit in fits.Where(fit => !fit.Health.IsHealthy))
            yield return $"The draws of '{fit.Subject.Judge}' on '{fit.Subject.Group}' are not healthy: {string.Join(" ", fit.Health.Problems)}";
        foreach (var without in explained.Where(of => of.Explained.Low is null))
            yield return $"The fit of '{without.Judge}' on '{without.Group}' is from before draws were kept, so it has no intervals. Run `prefdissect fit` again.";
    }
}
