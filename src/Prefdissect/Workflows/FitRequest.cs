using Prefdissect.Dissecting;

namespace Prefdissect.Workflows;

/// <summary>What to fit.</summary>
public sealed record FitRequest
{
    /// <summary>Judges by name; all where empty.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Groups by name, however small; where empty, <c>all</c> and every group with at least 100 usable pairs.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Annotator by name whose ratings are taken for true, to correct the weights for the mistakes of <see cref="Annotator"/>; <see langword="null"/> for no correction.</summary>
    public string? AnnotatorError { get; init; }

    /// <summary>How to fit.</summary>
    public DissectionOptions Options { get; init; } = new();

    /// <summary>How many fits run at once; does not change a digit.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
