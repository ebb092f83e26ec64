namespace Prefdissect.Workflows.Samples;

/// <summary>Judges that disagree: most votes of one are for A, most of the other's for B. A tie disagrees with nobody.</summary>
/// <param name="Judges">The two judges, or <see langword="null"/> for any two.</param>
public sealed record Disagreement((string One, string Other)? Judges = null)
{
    /// <summary>Any two judges.</summary>
    public static Disagreement Any { get; } = new();
}
