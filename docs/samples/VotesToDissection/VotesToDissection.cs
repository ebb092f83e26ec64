using Prefdissect.Annotating.Surface;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Samples;

/// <summary>From a file of votes to what its judges prefer.</summary>
public static class VotesToDissection
{
    /// <summary>Imports, annotates, fits and prints; tells whether the file could be imported.</summary>
    public static bool Run(string votes, string studyFile, TextWriter output, CancellationToken cancellation = default)
    {
        // begin body
        using var study = Study.OpenOrCreate(studyFile);

        var reading = ImportOptions.Default with
        {
            Map = ColumnMap.Parse("prompt=question,a=left,b=right,winner=verdict,judge=who,scenario=topic"),
            Winners = new WinnerValues("L", "R", "draw"),
        };
        var import = ImportWorkflow.Run(study, new ImportRequest([votes], reading, BadRows.RefuseFile), progress: null, cancellation);
        foreach (var file in import.Files.Where(file => file.Failure is not null)) output.WriteLine(file.Failure);
        if (import.AnyFailed) return false;

        AnnotateWorkflow.Run(study, new SurfaceAnnotator(), progress: null, cancellation);
        FitWorkflow.Run(study, new FitRequest { Annotator = "surface" }, progress: null, cancellation);

        var view = DissectWorkflow.Run(study, new DissectRequest { Annotator = "surface" });
        foreach (var fit in view.Fits)
        {
            output.WriteLine($"{fit.Subject.Judge}, {fit.Subject.Group}: {fit.Design.Pairs} pairs");
            foreach (var problem in fit.Health.Problems) output.WriteLine($"  careful: {problem}");
            foreach (var weight in fit.Weights.OrderByDescending(weight => weight.Mean))
                output.WriteLine($"  {weight.Property,-24} {weight.Preference,6:P1} [{weight.PreferenceLow:P1}, {weight.PreferenceHigh:P1}] {weight.Verdict}");
        }
        return true;
        // end body
    }
}
