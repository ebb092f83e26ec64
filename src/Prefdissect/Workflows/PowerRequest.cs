using Prefdissect.Dissecting.Power;

namespace Prefdissect.Workflows;

/// <summary>Whose fit is to be predicted at more pairs.</summary>
/// <param name="Judge">The judge.</param>
public sealed record PowerRequest(string Judge)
{
    /// <summary>The group that is fitted.</summary>
    public string Group { get; init; } = Pairs.Group.All;

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>What is predicted.</summary>
    public PowerOptions Options { get; init; } = new();

    /// <summary>How many fits run at once; does not change a digit.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
