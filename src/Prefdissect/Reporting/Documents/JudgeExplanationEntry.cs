using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Reporting.Documents;

/// <summary>What one judge's model says of a pair.</summary>
public sealed record JudgeExplanationEntry
{
    /// <summary>The judge.</summary>
    public required string Judge { get; init; }

    /// <summary>The group that the model was fitted on.</summary>
    public required string Group { get; init; }

    /// <summary>Whose ratings of the pair went in.</summary>
    public required string Annotator { get; init; }

    /// <summary>Whether votes of the judge were simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Whether votes or ratings have changed since the fit; null where that was not looked up.</summary>
    public required bool? Stale { get; init; }

    /// <summary>Probability that the first response, A, is preferred: σ of the sum of log-odds.</summary>
    public required double Probability { get; init; }

    /// <summary>Lower end of its 95 % interval; null for published judges.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public required double? High { get; init; }

    /// <summary>The sum of feature × weight.</summary>
    public required double LogOdds { get; init; }

    /// <summary>The judge's own votes for the first response.</summary>
    public required int FirstVotes { get; init; }

    /// <summary>Its votes for the second.</summary>
    public required int SecondVotes { get; init; }

    /// <summary>Its ties.</summary>
    public required int Ties { get; init; }

    /// <summary>Posterior draws behind the intervals of Shapley values.</summary>
    public required int ShapleyDraws { get; init; }

    /// <summary>Properties of the model that could not be compared and count as equal.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>What is held fixed beside the properties, in words.</summary>
    public required string? Held { get; init; }

    /// <summary>One entry a property of the model.</summary>
    public required IReadOnlyList<PropertyShareEntry> Properties { get; init; }

    /// <summary>The entry of a judge's explanation.</summary>
    public static JudgeExplanationEntry Of(JudgeExplanation judge) => new()
    {
        Judge = judge.Judge,
        Group = judge.Group,
        Annotator = judge.Annotator.Id,
        Simulated = judge.Simulated,
        Stale = judge.Stale,
        Probability = judge.Explained.Probability,
        Low = judge.Explained.Low,
        High = judge.Explained.High,
        LogOdds = judge.Explained.LogOdds,
        FirstVotes = judge.Votes?.First ?? 0,
        SecondVotes = judge.Votes?.Second ?? 0,
        Ties = judge.Votes?.Ties ?? 0,
        ShapleyDraws = judge.Explained.ShapleyDraws,
        LeftOut = judge.LeftOut,
        Held = judge.Held,
        Properties = [.. judge.Explained.Properties.Select(PropertyShareEntry.Of)],
    };
}
