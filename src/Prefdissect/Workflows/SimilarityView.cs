using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;

namespace Prefdissect.Workflows;

/// <summary>How alike judges are, ready to be shown.</summary>
/// <param name="Matrix">Each with each.</param>
public sealed record SimilarityView(SimilarityMatrix Matrix)
{
    /// <summary>Why these groups, where none was named; <see langword="null"/> where one was.</summary>
    public string? GroupsReason { get; init; }

    /// <summary>For judges of a study: the published judges, most alike first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NearestJudge>> Nearest { get; init; } = new Dictionary<string, IReadOnlyList<NearestJudge>>();

    /// <summary>
    /// For judges of a study: the posterior of each similarity, another quantity than <see cref="Matrix"/> (<see cref="SimilarityInterval"/>); one row and column a
    /// judge of the matrix, <see langword="null"/> where it cannot be stated. Empty where there are no draws.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<SimilarityInterval?>> Intervals { get; init; } = [];

    /// <summary>Judges that are simulated.</summary>
    public IReadOnlySet<string> SimulatedJudges { get; init; } = new HashSet<string>();

    /// <summary>For judges of a study: the fits that are compared.</summary>
    public IReadOnlyList<JudgeFit> Fits { get; init; } = [];

    /// <summary>Hash of the votes behind it, where it is of a study.</summary>
    public string? DataHash { get; init; }
}
