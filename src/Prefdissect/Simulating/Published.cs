using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>Published ids of the properties that are not planted by sentences of a pool.</summary>
internal static class Published
{
    public static int Grammar { get; } = Id("grammarly correct");

    public static int Format { get; } = Id("well formatted");

    public static int Steps { get; } = Id("step-by-step");

    public static int Repetition { get; } = Id("non-repetitive");

    public static int Relevance { get; } = Id("relevant");

    public static int Richness { get; } = Id("contain rich info");

    public static int MinorErrors { get; } = Id("no minor errors");

    public static int ClarifyIntent { get; } = Id("clarify intent");

    public static int Empathy { get; } = Id("show empathetic");

    public static int Constraints { get; } = Id("satisfy constraints");

    public static int Stances { get; } = Id("support stances");

    public static int Mistakes { get; } = Id("correct mistakes");

    public static int Length { get; } = Id("lengthy");

    /// <summary>The published id of a short name.</summary>
    public static int Id(string shortName) => PublishedProperties.All.Select(property => property.ShortName).ToList().IndexOf(shortName) is >= 0 and var id
        ? id
        : throw new KeyNotFoundException($"'{shortName}' is none of the published properties.");
}
