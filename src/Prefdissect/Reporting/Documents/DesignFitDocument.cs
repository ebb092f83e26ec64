using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>fit --design FILE --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Parameters">One entry a column, and last the intercept where there is one.</param>
/// <param name="Divergences">Divergent transitions.</param>
/// <param name="KHat">Largest k-hat of the rows left out one by one; above 0.7 the fit hangs on a single row.</param>
/// <param name="Seconds">Time that the sampling took; the only field that differs from run to run.</param>
/// <param name="Problems">What is wrong with the sampling; empty where nothing is.</param>
public sealed record DesignFitDocument(
    Provenance Provenance, int Rows, IReadOnlyList<ParameterEntry> Parameters, int? Divergences, double? KHat, double Seconds, IReadOnlyList<string> Problems)
{
    /// <summary>The document of a result.</summary>
    public static DesignFitDocument Of(DesignFitResult result, Provenance provenance) => new(
        provenance, result.Rows, [.. result.Summary.Parameters.Select(ParameterEntry.Of)], result.Summary.Health.Divergences, result.Summary.Health.MaxShape, result.Seconds,
        result.Summary.Health.Problems);
}
