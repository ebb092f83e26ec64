using Prefdissect.Importing;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Fencing;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What came of the steps of a pair that there was something to do about.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Steps">The steps.</param>
internal sealed record PairOutcome(PairToAsk Pair, IReadOnlyList<StepOutcome> Steps)
{
    /// <summary>What was newly found in the query.</summary>
    public QueryInfo? Info { get; init; }

    /// <summary>Signs of manipulation in both responses, where they had not been looked through; else <see langword="null"/>.</summary>
    public (IReadOnlyList<ManipulationSign> First, IReadOnlyList<ManipulationSign> Second)? Signs { get; init; }

    /// <summary>Why all work is to stop; what was not asked stays missing.</summary>
    public ModelFailure? Stop { get; init; }

    /// <summary>Questions that have no stored answer and could not be sent.</summary>
    public int NotStored { get; init; }
}
