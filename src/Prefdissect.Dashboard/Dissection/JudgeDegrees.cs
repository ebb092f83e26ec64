namespace Prefdissect.Dashboard.Dissection;

/// <summary>One judge's degrees of preference on one group, of a fit or of the paper.</summary>
/// <param name="Judge">The judge as the address names it: published ones with their prefix beside a study's.</param>
/// <param name="Group">The group of pairs.</param>
/// <param name="Marks">Short name of a property → its degree.</param>
public sealed record JudgeDegrees(string Judge, string Group, IReadOnlyDictionary<string, DegreeMark> Marks)
{
    /// <summary>Pairs in the fit; <see langword="null"/> for a published judge.</summary>
    public int? Pairs { get; init; }

    /// <summary>Whose ratings; <see langword="null"/> for a published judge.</summary>
    public string? Annotator { get; init; }

    /// <summary>Whether its votes were simulated.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>What a reader must know of this fit: out of date, not healthy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether it is one of the paper's, of which only means are known.</summary>
    public bool IsPublished => Pairs is null;
}
