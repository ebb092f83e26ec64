using Prefdissect.Dissecting;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Writes stored weights in the paper's file format.</summary>
public static class ExportWeightsWorkflow
{
    /// <summary>Writes one file a group.</summary>
    /// <exception cref="RequestException">Nothing of the kind is fitted, a fit has no fold means, or the folder cannot be written.</exception>
    public static ExportWeightsResult Run(Study study, DissectRequest request, ExportedWeight weight, string folder)
    {
        var view = DissectWorkflow.Run(study, request);
        var weights = view.Fits.Select(fit => Of(fit, weight, study)).ToList();
        var published = PublishedProperties.All.Select(property => property.ShortName).ToHashSet(StringComparer.Ordinal);
        var known = weights.Select(one => one with { Values = one.Values.Where(value => published.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value) }).ToList();
        try
        {
            WeightsFolder.Write(folder, known);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{folder}: the files cannot be written ({error.Message}).");
        }
        return new ExportWeightsResult(
            [.. known.Select(one => one.Group).Distinct(StringComparer.Ordinal).Select(group => Path.Combine(folder, WeightsFolder.FileNameOf(group)))],
            known.Count,
            view.Fits[0].Subject.Annotator.Id,
            [.. weights.SelectMany(one => one.Values.Keys).Where(name => !published.Contains(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            view.DataHash)
        {
            Flagged = FlaggedFit.Among(view.Fits),
        };
    }

    private static JudgeWeights Of(JudgeFit fit, ExportedWeight weight, Study study)
    {
        if (weight == ExportedWeight.Mean) return fit.PosteriorMeans;
        return fit.FoldMeans ?? throw new RequestException(
            $"The fit of judge '{fit.Subject.Judge}' on group '{fit.Subject.Group}' has no fold means ({fit.Folds?.Reason ?? "the folds are not made yet"}). "
            + $"Run `prefdissect fit -s {ShellWord.Of(study.Path)}`, or export the means given all pairs with --weight mean.");
    }
}
