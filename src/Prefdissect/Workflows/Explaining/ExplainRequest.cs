namespace Prefdissect.Workflows.Explaining;

/// <summary>What to explain.</summary>
public sealed record ExplainRequest
{
    /// <summary>The pair: its content hash, 64 hexadecimal digits, or a beginning of it that no other pair of the study has.</summary>
    public required string Pair { get; init; }

    /// <summary>Judges of the study by name, all that are fitted where empty; <c>published:NAME</c> names a published one.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Groups whose fits are asked; <c>all</c> where empty.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Published judges to add to those named, with or without their prefix.</summary>
    public IReadOnlyList<string> Published { get; init; } = [];

    /// <summary>Judges whose Shapley values get intervals, which cost the most of an explanation; all where <see langword="null"/>.</summary>
    public IReadOnlyList<string>? IntervalsOf { get; init; }

    /// <summary>
    /// Pairs of a study up to which it is looked up whether a fit still is the fit of its data, for which all votes and ratings are read; in a larger study that stays unknown. 0: never.
    /// </summary>
    public int MostPairsToCheck { get; init; } = 20_000;
}
