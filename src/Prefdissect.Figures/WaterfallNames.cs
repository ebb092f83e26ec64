namespace Prefdissect.Figures;

/// <summary>The words in a <see cref="Waterfall"/>.</summary>
public sealed record WaterfallNames
{
    /// <summary>The row where it begins.</summary>
    public string Start { get; init; } = "start";

    /// <summary>The row where it ends.</summary>
    public string End { get; init; } = "result";

    /// <summary>What a step to the right means.</summary>
    public string Rise { get; init; } = "raises";

    /// <summary>What a step to the left means.</summary>
    public string Fall { get; init; } = "lowers";

    /// <summary>What the intervals are, such as "95 %".</summary>
    public string Outer { get; init; } = "95\u00a0%";

    /// <summary>Heading of the column of changes.</summary>
    public string Change { get; init; } = "change";
}
