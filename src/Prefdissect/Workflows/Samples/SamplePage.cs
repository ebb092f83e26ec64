using Prefdissect.Annotating;

namespace Prefdissect.Workflows.Samples;

/// <summary>One page of a list of samples, in the order in which the pairs came into the study.</summary>
/// <param name="Rows">The pairs; fewer than were asked for at the end, and where the search was broken off.</param>
public sealed record SamplePage(IReadOnlyList<SampleRow> Rows)
{
    /// <summary>Where the next page begins; <see langword="null"/> where there is none.</summary>
    public string? Next { get; init; }

    /// <summary>Where the page before begins; <see langword="null"/> on the first.</summary>
    public string? Previous { get; init; }

    /// <summary>How many pairs there are in all; <see langword="null"/> where counting them would take long.</summary>
    public long? Total { get; init; }

    /// <summary>How many pairs there are at least.</summary>
    public long AtLeast { get; init; }

    /// <summary>Whether the search was broken off after many pairs: <see cref="Next"/>, or <see cref="Previous"/> on the way back, goes on where it stopped.</summary>
    public bool IsBrokenOff { get; init; }

    /// <summary>Whether of many words only the first were looked for.</summary>
    public bool IsTextShortened { get; init; }

    /// <summary>Whose ratings the filter went by; <see langword="null"/> where it needed none.</summary>
    public AnnotatorIdentity? Annotator { get; init; }
}
