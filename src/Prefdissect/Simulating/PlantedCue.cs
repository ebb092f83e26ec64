namespace Prefdissect.Simulating;

/// <summary>How a basic property is shown by sentences of a pool: how many there are at each level.</summary>
/// <param name="Property">Published id.</param>
/// <param name="Pool">Pool of fragments.</param>
/// <param name="Counts">Number of sentences at levels 0–3.</param>
internal sealed record PlantedCue(int Property, string Pool, int[] Counts)
{
    /// <summary>All cues; a property may have two, such as hedges at its low and certainty at its high end.</summary>
    public static IReadOnlyList<PlantedCue> All { get; } =
    [
        Of("harmless", "careless", 4, 2, 1, 0),
        Of("friendly", "friendly", 0, 1, 2, 4),
        Of("polite", "polite", 0, 1, 2, 4),
        Of("interactive", "interactive", 0, 1, 2, 3),
        Of("authoritative", "hedging", 3, 0, 0, 0),
        Of("authoritative", "certain", 0, 0, 1, 3),
        Of("funny", "funny", 0, 1, 2, 3),
        Of("use rhetorical devices", "figure of speech", 0, 1, 2, 4),
        Of("complex word & sentence", "complex", 0, 1, 2, 4),
        Of("use supporting materials", "support", 0, 1, 2, 4),
        Of("admit limits", "limits", 0, 1, 2, 3),
        Of("persuasive", "persuasive", 0, 1, 2, 4),
        Of("use informal expressions", "informal", 0, 1, 2, 4),
        Of("clear", "muddled", 4, 2, 1, 0),
        Of("novel", "novel", 0, 1, 2, 3),
    ];

    private static PlantedCue Of(string property, string pool, params int[] counts) => new(Published.Id(property), pool, counts);
}
