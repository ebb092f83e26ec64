using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>
/// Fits every judge and group asked for. A fit is kept as soon as it is made, so that a run that was killed goes on where it stopped; one that is there
/// with the same data and options is reused.
/// </summary>
public static class FitWorkflow
{
    /// <summary>Fits what is asked for.</summary>
    /// <exception cref="RequestException">A judge, group or annotator is not there, or there is nothing to fit.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the fits made so far are kept.</exception>
    public static FitResult Run(Study study, FitRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var plan = Plan(study, request);
        var store = new FitStore(study);
        var reused = new List<JudgeFit>();
        var missing = new List<(FitSubject Subject, Design Design)>();
        foreach (var (subject, design) in plan.Fits)
        {
            if (store.Reuse(subject, request.Options, design.DataHash) is { } fit) reused.Add(fit with { Design = design.Report });
            else missing.Add((subject, design));
        }
        var fitted = Fit(missing, request, store, progress, cancellation);
        return new FitResult(plan.Annotator, fitted, reused, plan.Refused, plan.Small)
        {
            UnratedResponses = plan.Annotator == AnnotatorIdentity.Surface ? new StudyReader(study).CountUnrated(plan.Annotator) : 0,
        };
    }

    private static FitPlan Plan(Study study, FitRequest request)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var judges = StudySelection.Judges(reader, request.Judges);
        var rated = new RatedStudy(study, AnnotatorChoice.Of(reader.Annotators(), request.Annotator));
        return Plan(rated, judges, request);
    }

    private static FitPlan Plan(RatedStudy rated, IReadOnlyList<string> judges, FitRequest request)
    {
        var fits = new List<(FitSubject, Design)>();
        var refused = new List<FitRefusal>();
        var small = new List<SmallGroup>();
        var known = new SortedSet<string>(StringComparer.Ordinal);
        var asked = request.Groups.Select(StudySelection.GroupName).Distinct(StringComparer.Ordinal).ToList();
        foreach (var judge in judges)
        {
            var byGroup = rated.ByGroup(judge, request.Options.Control);
            known.UnionWith(byGroup.Keys);
            foreach (var group in asked.Count > 0 ? asked : byGroup.Keys)
            {
                var subject = new FitSubject(judge, group, rated.Annotator);
                var design = Design.Build(rated.Properties, byGroup.GetValueOrDefault(group, []), request.Options.Ties);
                if (asked.Count == 0 && group != Group.All && design.Rows < Group.SmallestByDefault) small.Add(new SmallGroup(judge, group, design.Rows));
                else if (Dissection.ObstacleTo(design, request.Options) is { } reason) refused.Add(new FitRefusal(subject, design.Report, reason));
                else fits.Add((subject, design));
            }
        }
        var unknown = asked.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new RequestException($"There is no group '{unknown[0]}'; there are {StudySelection.Shortened(known)}.");
        return new FitPlan(rated.Annotator, fits, refused, small);
    }

    private static List<JudgeFit> Fit(
        List<(FitSubject Subject, Design Design)> missing, FitRequest request, FitStore store, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var fitted = new JudgeFit[missing.Count];
        var done = 0;
        var keeping = new Lock();
        // Fits side by side use the processors best; where there are fewer fits than threads, each takes several.
        var inEach = Math.Max(1, (request.Threads + missing.Count - 1) / Math.Max(1, missing.Count));
        var threads = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation };
        Parallel.For(0, missing.Count, threads, i =>
        {
            var sampled = (SampledFit)Dissection.Fit(missing[i].Subject, missing[i].Design, request.Options, inEach, cancellation);
            lock (keeping)
            {
                store.Keep(sampled);
                fitted[i] = sampled.Fit;
                progress?.Report(new WorkProgress("fits", ++done, missing.Count));
            }
        });
        return [.. fitted];
    }

    private sealed record FitPlan(
        AnnotatorIdentity Annotator, List<(FitSubject Subject, Design Design)> Fits, List<FitRefusal> Refused, List<SmallGroup> Small);
}
