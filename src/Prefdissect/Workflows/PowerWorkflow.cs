using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Power;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Predicts how sure a judge's dissection will be with more pairs. Made as the fit that is shown, where there is one; it stores nothing.</summary>
public static class PowerWorkflow
{
    /// <summary>Predicts.</summary>
    /// <exception cref="RequestException">A judge, group or annotator is not there, or there is nothing to fit.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PowerView Run(Study study, PowerRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        StudySelection.Judges(reader, [request.Judge]);
        var rated = new RatedStudy(study, AnnotatorChoice.Of(reader.Annotators(), request.Annotator));
        var byGroup = rated.ByGroup(request.Judge);
        var group = StudySelection.GroupName(request.Group);
        if (!byGroup.TryGetValue(group, out var judged)) throw new RequestException($"There is no group '{group}'; there are {StudySelection.Shortened([.. byGroup.Keys])}.");
        var subject = new FitSubject(request.Judge, group, rated.Annotator);
        var shown = new FitStore(study).Shown().FirstOrDefault(fit => fit.Subject == subject);
        var options = (shown?.Options ?? new DissectionOptions()) with { Control = Control.None };
        var design = Design.Build(rated.Properties, judged, options.Ties, options.Flags);
        if (Dissection.ObstacleTo(design, options) is { } obstacle) throw new RequestException($"Nothing can be predicted for {request.Judge} on {group}: {obstacle}");
        var total = request.Options.Multiples.Count * request.Options.Simulations;
        var forecast = PowerSimulation.Run(
            subject, design, options, request.Options, Ranked(byGroup, group), request.Threads, done => progress?.Report(new WorkProgress("simulated studies", done, total)), cancellation);
        return new PowerView(forecast)
        {
            Simulated = reader.SimulatedJudges().Contains(request.Judge),
            IgnoresWriters = shown?.Options.Control == Control.Model,
            DataHash = reader.DataHash().ToString(),
        };
    }

    // Scenarios and subsets can be sampled from; what a metadata column holds mostly cannot.
    private static Dictionary<string, IReadOnlySet<ContentHash>> Ranked(IReadOnlyDictionary<string, IReadOnlyList<JudgedPair>> byGroup, string fitted) =>
        byGroup.Where(of => of.Key != fitted && of.Key != Group.All && !of.Key.Contains('=', StringComparison.Ordinal))
            .ToDictionary(of => of.Key, of => (IReadOnlySet<ContentHash>)of.Value.Select(pair => pair.Compared.Pair).ToHashSet(), StringComparer.Ordinal);
}
