using Prefdissect.Models.Answers;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>What came of one question: an answer that can be used, or why there is none.</summary>
/// <param name="Text">The answer as it came, or <see langword="null"/>.</param>
/// <param name="Reason">Why there is none that can be used, or <see langword="null"/>.</param>
/// <param name="Key">Key of the last answer, where one came.</param>
internal sealed record QuestionOutcome(string? Text, string? Reason, ContentHash? Key)
{
    /// <summary>The answer that <see cref="Text"/> is from, with what it took.</summary>
    public ModelAnswer? Answer { get; init; }

    /// <summary>A failure that leaves the question open: it stops all work, or nothing may be sent.</summary>
    public ModelFailure? Open { get; init; }
}
