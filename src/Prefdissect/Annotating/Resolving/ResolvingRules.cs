using Prefdissect.Annotating.Answers;

namespace Prefdissect.Annotating.Resolving;

/// <summary>How answers become ratings. Answers are kept as they came, so that they can be resolved again by other rules without asking again.</summary>
public sealed record ResolvingRules
{
    /// <summary>The rules of the paper (§3.3), but for levels off their scale: those are refused, so that they are asked for again and not taken for a zero.</summary>
    public static ResolvingRules Default { get; } = new();

    /// <summary>The rules of the paper (§3.3).</summary>
    public static ResolvingRules Paper { get; } = new() { OffScale = OffScale.CountAsLowest };

    /// <summary>Levels that are not on their scale.</summary>
    public OffScale OffScale { get; init; }

    /// <summary>Ratings by item.</summary>
    public ItemSummary Items { get; init; }

    /// <summary>Responses whose errors cannot be told.</summary>
    public ErrorsNotTold ErrorsNotTold { get; init; }

    /// <summary>Errors that are described twice.</summary>
    public RepeatedErrors RepeatedErrors { get; init; }
}
