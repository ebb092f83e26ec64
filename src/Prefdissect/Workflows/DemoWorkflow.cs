using Prefdissect.Annotating.Surface;
using Prefdissect.Simulating;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Makes the demo study and takes it all the way: simulated votes, offline ratings, fits. Run again, it goes on where it stopped.</summary>
public static class DemoWorkflow
{
    private const int Pairs = 2400;
    private const int Judges = 6;
    private const ulong Seed = 1;

    /// <summary>Fills, rates and fits a study, and gives what there is to show.</summary>
    /// <exception cref="RequestException">The study holds something else than the demo.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was complete is kept.</exception>
    public static DissectionView Run(Study study, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StudyReader(study);
        var counts = reader.Counts();
        if (counts.Pairs == 0) SimulateWorkflow.Run(study, new SimulationOptions(Pairs, SimulatedJudges.Take(Judges, Seed), Seed), progress, cancellation);
        else if (!IsDemo(reader, counts)) throw new RequestException($"{study.Path}: the study holds votes that are not the demo's. Name another folder with --out.");
        var surface = new SurfaceAnnotator();
        AnnotateWorkflow.Run(study, surface, progress, cancellation);
        FitWorkflow.Run(study, new FitRequest { Annotator = surface.Identity.Id }, progress, cancellation);
        return DissectWorkflow.Run(study, new DissectRequest { Annotator = surface.Identity.Id });
    }

    private static bool IsDemo(StudyReader reader, StudyCounts counts)
    {
        var names = SimulatedJudges.Take(Judges, Seed).Select(judge => judge.Name).Order(StringComparer.Ordinal);
        return counts.Pairs == Pairs && reader.Judges().All(judge => judge.Simulated) && reader.Judges().Select(judge => judge.Judge).SequenceEqual(names);
    }
}
