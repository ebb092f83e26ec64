using Prefdissect.Dissecting;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Finds the fits whose draws are to be written.</summary>
public static class ExportDrawsWorkflow
{
    /// <summary>The fits asked for, each with its draws, one at a time: a study's draws together may not fit into memory.</summary>
    /// <exception cref="RequestException">A judge, group or annotator is not there, nothing is fitted, or a fit is from before draws were kept.</exception>
    public static (DissectionView View, IEnumerable<SampledFit> Fits) Run(Study study, DissectRequest request)
    {
        var view = DissectWorkflow.Run(study, request);
        return (view, Draws(new FitStore(study), view));
    }

    private static IEnumerable<SampledFit> Draws(FitStore store, DissectionView view) => view.Fits.Select(fit => new SampledFit(fit, store.Draws(fit)
        ?? throw new RequestException($"The fit of '{fit.Subject.Judge}' on '{fit.Subject.Group}' is from before draws were kept. Run `prefdissect fit` again.")));
}
