using System.Text.Json.Serialization;
using Prefdissect.Annotating;
using Prefdissect.Bayes.Densities;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>The weights of a fit as they would be without the annotator's mistakes. The fit itself stays as it is.</summary>
/// <param name="Trusted">Whose ratings are taken for true.</param>
/// <param name="Pairs">Pairs that both rated.</param>
/// <param name="DataHash">Hash of the fit's design.</param>
/// <param name="MistakesHash">Hash of what the mistakes were measured on (<see cref="DoublyRatedPairs.DataHash"/>).</param>
/// <param name="Weights">One a weight of the fit, in its order.</param>
public sealed record FitCorrection(AnnotatorIdentity Trusted, int Pairs, ContentHash DataHash, ContentHash MistakesHash, IReadOnlyList<CorrectedEstimate> Weights)
{
    /// <summary>The corrected weight of a property; <see langword="null"/> where it is not in the fit.</summary>
    public CorrectedEstimate? this[string property] => Weights.FirstOrDefault(weight => weight.Property == property);

    /// <summary>Number of weights that are corrected.</summary>
    [JsonIgnore]
    public int Corrected => Weights.Count(weight => weight.Reason is null);

    /// <summary>Corrects a fit.</summary>
    /// <param name="fit">The fit; its prior is Laplace or normal.</param>
    /// <param name="design">Its design.</param>
    /// <param name="measured">The mistakes of its annotator.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The design is not the one of the fit, or the prior is another.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FitCorrection Of(JudgeFit fit, Design design, DoublyRatedPairs measured, CancellationToken cancellation = default)
    {
        if (fit.DataHash != design.DataHash) throw new ArgumentException("The design is not the one of the fit.", nameof(design));
        var corrections = ErrorCorrection.Of(design, PriorSpecification.Parse(fit.Options.Prior), measured, fit.Options.SeedOfCorrection(fit.Subject), cancellation);
        var confusions = measured.Confusions.ToDictionary(of => of.Property, StringComparer.Ordinal);
        return new(
            measured.Trusted, measured.Count, fit.DataHash, measured.DataHash,
            [.. fit.Weights.Zip(corrections, (weight, correction) => CorrectedEstimate.Of(weight, correction, confusions[weight.Property]))]);
    }
}
