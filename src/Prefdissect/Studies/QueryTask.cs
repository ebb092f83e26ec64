namespace Prefdissect.Studies;

/// <summary>Something that a model is asked about every query.</summary>
/// <param name="Name"><see cref="Reference"/> or <see cref="Scenario"/>.</param>
/// <param name="Model">Who is asked.</param>
public sealed record QueryTask(string Name, string Model)
{
    /// <summary>A reference answer; one model's is enough.</summary>
    public const string Reference = "reference";

    /// <summary>Its scenario; each model tells its own.</summary>
    public const string Scenario = "scenario";

    /// <summary>The name under which scenarios by the words of the query stand.</summary>
    public const string Words = "words";

    /// <summary>Whether queries that failed are open again.</summary>
    public bool RetriesFailed { get; init; }
}
