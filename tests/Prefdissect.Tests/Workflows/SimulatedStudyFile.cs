using Prefdissect.Annotating.Surface;
using Prefdissect.Dissecting;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>A temporary folder with studies of a few hundred simulated pairs, and short ways to work on them.</summary>
public sealed class SimulatedStudyFile : IDisposable
{
    public const int Pairs = 300;

    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-work-").FullName;

    /// <summary>So few draws that a fit takes milliseconds: enough to compare digits, too few to believe.</summary>
    public static DissectionOptions Few { get; } = new() { Chains = 2, Warmup = 60, Draws = 60 };

    public static IReadOnlyList<SimulatedJudge> Judges { get; } = SimulatedJudges.Take(3, 5);

    public string this[string name] => Path.Combine(folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public Study Simulated(string name = "sim.study")
    {
        var study = Study.OpenOrCreate(this[name]);
        SimulateWorkflow.Run(study, new SimulationOptions(Pairs, Judges, 5), null, CancellationToken.None);
        return study;
    }

    public static void Annotate(Study study) => AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);

    public static FitResult Fit(Study study, FitRequest request) => FitWorkflow.Run(study, request with { Options = request.Options == new DissectionOptions() ? Few : request.Options }, null, CancellationToken.None);

    /// <summary>Every weight shown, whole and over the folds, to the last digit, and how well votes left out are predicted.</summary>
    public static List<string> Digits(Study study) =>
        [.. new FitStore(study).Shown().SelectMany(fit => fit.Weights.Select(weight => FormattableString.Invariant(
            $"{fit.Subject} {fit.DataHash} {weight.Property} {weight.Mean:R} {weight.Sd:R} {fit.FoldMeans?.Values[weight.Property]:R} {fit.Folds?.Quality?.Model}")))];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Reports at once, on the thread that works.</summary>
    public sealed class Reports(Action<WorkProgress> on) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => on(value);
    }
}
