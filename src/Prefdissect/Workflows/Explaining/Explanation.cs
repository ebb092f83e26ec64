using Prefdissect.Annotating;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Explaining;

/// <summary>A pair and what the judges' models say of it. The first response of the pair's canonical order is A, the second B.</summary>
/// <param name="Pair">The pair with its texts, which are hostile.</param>
/// <param name="Annotator">Whose ratings of it.</param>
/// <param name="Judges">One entry a model that applies: of the study by judge and group, then published ones as named.</param>
public sealed record Explanation(PairToJudge Pair, AnnotatorIdentity Annotator, IReadOnlyList<JudgeExplanation> Judges)
{
    /// <summary>Fits that do not apply, and why.</summary>
    public IReadOnlyList<NotExplained> NotExplained { get; init; } = [];

    /// <summary>Short name of a property that could be compared → its feature, −1, 0 or +1.</summary>
    public required IReadOnlyDictionary<string, double> Features { get; init; }

    /// <summary>Hash of the pair and of the data behind the fits.</summary>
    public required string DataHash { get; init; }

    /// <summary>What to be careful about.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether a judge in it is simulated.</summary>
    public bool Simulated => Judges.Any(judge => judge.Simulated);
}
