namespace Prefdissect.Properties;

/// <summary>One property of a response, as data: what it is called, what it means, how two ratings of it compare.</summary>
/// <param name="Name">Long name, unique.</param>
/// <param name="ShortName">Short name, unique: what commands, figures and files use.</param>
/// <param name="Kind">Kind, which groups figures.</param>
/// <param name="Rule">How two ratings compare.</param>
/// <param name="Definition">What a response that has much of it does, in one sentence.</param>
public sealed record Property(string Name, string ShortName, PropertyKind Kind, ComparisonRule Rule, string Definition)
{
    /// <summary>Whether the query must be read to rate it.</summary>
    public bool NeedsQuery { get; init; }

    /// <summary>What ratings are counted in; 0–3 where nothing else is said.</summary>
    public string Unit { get; init; } = "rating 0–3";

    /// <summary>The difference of two ratings that is normalised to 1 (paper, §3.3 and appendix); not used for length.</summary>
    public double FullDifference { get; init; } = 3;

    /// <summary>What a rating may be; ratings by item are summarised, so that their summary may lie between two levels.</summary>
    public RatingScale Scale { get; init; } = RatingScale.ZeroToThree;

    /// <summary>When it is rated.</summary>
    public Applicability Applies { get; init; } = Applicability.Always;

    /// <summary>What an annotator is asked to rate; the long name, unless the rating counts what the property lacks.</summary>
    public string AskedName { get; init; } = Name;

    /// <summary>What an annotator is told that it means.</summary>
    public string AskedDefinition { get; init; } = Definition;
}
