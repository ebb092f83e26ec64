using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>explain --json</c> prints.</summary>
public sealed record ExplainDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether a judge in it is simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Id of the pair.</summary>
    public required string Pair { get; init; }

    /// <summary>What was asked: the last turn.</summary>
    public required string Query { get; init; }

    /// <summary>The first response in canonical order: A.</summary>
    public required string First { get; init; }

    /// <summary>The second response: B.</summary>
    public required string Second { get; init; }

    /// <summary>Whose ratings.</summary>
    public required string Annotator { get; init; }

    /// <summary>One entry a model that applies.</summary>
    public required IReadOnlyList<JudgeExplanationEntry> Judges { get; init; }

    /// <summary>Models that say nothing of the pair.</summary>
    public required IReadOnlyList<NotExplainedEntry> NotExplained { get; init; }

    /// <summary>What to be careful about.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The document of an explanation.</summary>
    public static ExplainDocument Of(Explanation explanation, Provenance provenance) => new()
    {
        Provenance = provenance,
        Simulated = explanation.Simulated,
        Pair = explanation.Pair.Hash.ToString(),
        Query = explanation.Pair.Query.Text,
        First = explanation.Pair.First,
        Second = explanation.Pair.Second,
        Annotator = explanation.Annotator.Id,
        Judges = [.. explanation.Judges.Select(JudgeExplanationEntry.Of)],
        NotExplained = [.. explanation.NotExplained.Select(not => new NotExplainedEntry(not.Judge, not.Group, not.Reason))],
        Warnings = explanation.Warnings,
    };
}
