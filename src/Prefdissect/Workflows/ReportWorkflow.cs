using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Workflows;

/// <summary>Gathers what an interactive report shows: fits, likeness, contrasts, biases, and pairs where asked for.</summary>
public static class ReportWorkflow
{
    /// <summary>Most rows of contrasts in one report: a row is a property of two judges on one group.</summary>
    public const int MostContrastRows = 12000;

    /// <summary>Most judges whose biases, and the intervals of whose similarities, are worked out unasked: every two of them are compared.</summary>
    public const int MostBiasedJudges = 12;

    /// <summary>What the report shows.</summary>
    /// <exception cref="RequestException">A judge or annotator is not there, or nothing was fitted yet.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ReportView Run(Study study, ReportRequest request, CancellationToken cancellation)
    {
        var dissection = DissectWorkflow.Run(study, new DissectRequest { Judges = request.Judges, Annotator = request.Annotator });
        var judges = dissection.Fits.Select(fit => fit.Subject.Judge).Distinct(StringComparer.Ordinal).ToList();
        var reader = new StudyReader(study);
        var (contrasts, reason) = Contrasts(new FitStore(study), dissection, judges, request.Seed, cancellation);
        return new ReportView(dissection, Similarities(study, dissection, judges.Count, request.Seed, cancellation))
        {
            Contrasts = contrasts,
            ContrastsReason = reason,
            Biases = judges.Count > MostBiasedJudges ? null : JudgesWorkflow.Run(
                study, new JudgesRequest { Judges = judges, Annotator = request.Annotator, Seed = (ulong)request.Seed }, null, cancellation),
            BiasesReason = judges.Count > MostBiasedJudges ? $"Biases are measured here for at most {MostBiasedJudges} judges. Name some with --judge, or run `prefdissect judges`." : null,
            Samples = Samples(study, judges, request.Samples, cancellation),
            Pairs = reader.Counts().Pairs,
        };
    }

    private static IReadOnlyList<SimilarityView> Similarities(Study study, DissectionView dissection, int judges, long seed, CancellationToken cancellation)
    {
        if (judges < 2) return [];
        var weighed = dissection with { Fits = [.. dissection.Fits.Where(fit => fit.Weights.Count > 0)] };
        return
        [
            .. SimilarityMetrics.All.Select(metric => judges > MostBiasedJudges
                ? SimilarityWorkflow.OfMeans(weighed, metric, null)
                : SimilarityWorkflow.OfFits(study, weighed, metric, null, seed, cancellation)),
        ];
    }

    private static (IReadOnlyList<ContrastView> Views, string? Reason) Contrasts(
        FitStore store, DissectionView dissection, List<string> judges, long seed, CancellationToken cancellation)
    {
        if (judges.Count < 2) return ([], "There is one judge, so there are no two to contrast.");
        var fits = dissection.Fits.Where(fit => fit.Weights.Count > 0 && !dissection.Stale.Contains(fit.Subject)).ToDictionary(fit => (fit.Subject.Judge, fit.Subject.Group));
        var twos = (from i in Enumerable.Range(0, judges.Count) from j in Enumerable.Range(i + 1, judges.Count - i - 1) select (One: judges[i], Other: judges[j])).ToList();
        var groups = fits.Keys.Select(key => key.Group).Distinct(StringComparer.Ordinal).ToList();
        var properties = fits.Values.Select(fit => fit.Weights.Count).DefaultIfEmpty(0).Max();
        string? reason = null;
        if (twos.Count * groups.Count * properties > MostContrastRows)
        {
            groups = groups.Contains(Group.All) ? [Group.All] : [.. groups.Take(1)];
            reason = $"{judges.Count} judges are too many to contrast on every group here: contrasts are on {(groups is [Group.All] ? "all pairs" : "one group")}. For another, run `prefdissect contrast`.";
        }
        if (twos.Count * groups.Count * properties > MostContrastRows) return ([], $"{judges.Count} judges are too many to contrast all here. Name some with --judge, or run `prefdissect contrast`.");
        var draws = fits.Values.Where(fit => groups.Contains(fit.Subject.Group)).ToDictionary(fit => fit.Subject, store.Draws);
        var views = twos.Select(two =>
        {
            cancellation.ThrowIfCancellationRequested();
            return ViewOf(two.One, two.Other, [.. groups.Where(group => fits.ContainsKey((two.One, group)) && fits.ContainsKey((two.Other, group)))], fits, draws, dissection, seed);
        });
        return ([.. views.OfType<ContrastView>()], reason);
    }

    private static ContrastView? ViewOf(
        string one, string other, IReadOnlyList<string> groups, Dictionary<(string, string), JudgeFit> fits, Dictionary<FitSubject, FitDraws?> draws, DissectionView dissection, long seed)
    {
        var used = groups.Select(group => (Group: group, One: fits[(one, group)], Other: fits[(other, group)]))
            .Where(of => draws[of.One.Subject] is not null && draws[of.Other.Subject] is not null).ToList();
        var pairs = used.Select(of => new ContrastPair(of.Group, SideOf(of.One, draws), SideOf(of.Other, draws))).ToList();
        var rows = pairs.Count == 0 ? [] : Contrast.Of(pairs, seed);
        return rows.Count == 0 ? null : new ContrastView(rows)
        {
            Greater = one,
            Lesser = other,
            Judges = [one, other],
            Annotator = used[0].One.Subject.Annotator,
            Pairs = used.ToDictionary(of => of.Group, of => (of.One.Design.Pairs, of.Other.Design.Pairs)),
            NoBootstrap = "a report holds the posterior alone; `prefdissect contrast` resamples queries",
            Flagged = FlaggedFit.Among([.. used.Select(of => of.One), .. used.Select(of => of.Other)]),
            Simulated = dissection.SimulatedJudges.Contains(one) || dissection.SimulatedJudges.Contains(other),
            DataHash = dissection.DataHash,
        };
    }

    private static ContrastSide SideOf(JudgeFit fit, Dictionary<FitSubject, FitDraws?> draws) => new(fit.PosteriorMeans) { Draws = draws[fit.Subject], Prior = fit.Options.Prior };

    // Pairs that split the judges come first: they show in what judges differ.
    private static IReadOnlyList<SamplePair> Samples(Study study, List<string> judges, int most, CancellationToken cancellation)
    {
        if (most == 0) return [];
        var votes = new JudgeVotesReader(study);
        var ofPair = new Dictionary<long, List<(string Judge, PairVotes Votes)>>();
        foreach (var judge in judges)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var of in votes.Votes(judge))
            {
                if (!ofPair.TryGetValue(of.Pair, out var list)) ofPair.Add(of.Pair, list = []);
                list.Add((judge, of));
            }
        }
        var pairs = new JudgedPairReader(study);
        return
        [
            .. ofPair.OrderByDescending(of => Math.Min(of.Value.Count(vote => vote.Votes.Sign > 0), of.Value.Count(vote => vote.Votes.Sign < 0))).ThenBy(of => of.Key)
                .Take(most).Select(of => new SamplePair(pairs.Pair(of.Key), of.Value)),
        ];
    }
}
