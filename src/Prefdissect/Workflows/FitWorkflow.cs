using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>
/// Fits every judge and group asked for. A fit is kept as soon as it is made, and again when its folds are, so that a run that was killed goes on where it stopped;
/// one that is there with the same data and options is reused. Responses that nobody looked through for signs of manipulation yet are looked through first.
/// </summary>
public static class FitWorkflow
{
    /// <summary>Fits what is asked for.</summary>
    /// <exception cref="RequestException">A judge, group or annotator is not there, there is nothing to fit, or the mistakes of the annotator cannot be told as asked.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the fits made so far are kept.</exception>
    public static FitResult Run(Study study, FitRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        FlagWorkflow.Run(study, null, cancellation);
        var plan = Plan(study, request);
        var store = new FitStore(study);
        var reused = plan.Fits.Select(planned => store.Reuse(planned.Subject, request.Options, planned.Design.DataHash)).ToArray();
        var fits = new PlannedFits([.. plan.Fits.Select((planned, i) => planned with { Stored = reused[i] })], request, store, progress, cancellation);
        var made = fits.Make();
        var corrections = plan.Mistakes is null ? [] : new PlannedCorrections(study, plan.Mistakes, request.Threads, progress, cancellation).Make(made, [.. plan.Fits.Select(planned => planned.Design)]);
        return new FitResult(
            plan.Annotator, [.. made.Where((_, i) => reused[i] is null)], [.. made.Where((_, i) => reused[i] is not null)], plan.Refused, plan.Small)
        {
            FlaggedResponses = new StudyReader(study).FlaggedResponses(),
            UnratedResponses = plan.Annotator == AnnotatorIdentity.Surface ? new StudyReader(study).CountUnrated(plan.Annotator) : 0,
            Mistakes = plan.Mistakes,
            Corrections = corrections,
        };
    }

    private static FitPlan Plan(Study study, FitRequest request)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var judges = StudySelection.Judges(reader, request.Judges);
        var rated = new RatedStudy(study, AnnotatorChoice.Of(reader.Annotators(), request.Annotator));
        var mistakes = request.AnnotatorError is { } trusted ? AnnotatorMistakes.Of(study, rated, trusted, request.Options) : null;
        return Plan(rated, judges, request) with { Mistakes = mistakes };
    }

    private static FitPlan Plan(RatedStudy rated, IReadOnlyList<string> judges, FitRequest request)
    {
        var fits = new List<PlannedFit>();
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
                var design = Design.Build(rated.Properties, byGroup.GetValueOrDefault(group, []), request.Options.Ties, request.Options.Flags);
                if (asked.Count == 0 && group != Group.All && design.Rows < Group.SmallestByDefault) small.Add(new SmallGroup(judge, group, design.Rows));
                else if (Dissection.ObstacleTo(design, request.Options) is { } reason) refused.Add(new FitRefusal(subject, design.Report, reason));
                else fits.Add(new PlannedFit(subject, design));
            }
        }
        var unknown = asked.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new RequestException($"There is no group '{unknown[0]}'; there are {StudySelection.Shortened(known)}.");
        return new FitPlan(rated.Annotator, fits, refused, small);
    }

    private sealed record FitPlan(
        AnnotatorIdentity Annotator, List<PlannedFit> Fits, List<FitRefusal> Refused, List<SmallGroup> Small)
    {
        public DoublyRatedPairs? Mistakes { get; init; }
    }
}
