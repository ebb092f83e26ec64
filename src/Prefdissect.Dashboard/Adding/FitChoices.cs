using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>How a judge is to be fitted, as a form says it.</summary>
/// <param name="Annotator">Whose ratings are used, by name.</param>
/// <param name="Folds">How pairs are parted into folds.</param>
/// <param name="EveryGroup">Whether every group with enough pairs is fitted beside all pairs together.</param>
public sealed record FitChoices(string Annotator, FoldScheme Folds, bool EveryGroup)
{
    /// <summary>The choices of a form; what it does not say, or says wrongly, is as usual.</summary>
    public static FitChoices Of(string? annotator, string? folds, string? groups) => new(
        string.IsNullOrWhiteSpace(annotator) ? AnnotatorIdentity.Surface.Id : annotator,
        folds switch { "paper" => FoldScheme.Paper, "none" => FoldScheme.None, _ => FoldScheme.Query },
        groups != "all");

    /// <summary>The fits of some judges.</summary>
    public FitRequest For(IReadOnlyList<string> judges) => new()
    {
        Judges = judges,
        Annotator = Annotator,
        Groups = EveryGroup ? [] : [Group.All],
        Options = new DissectionOptions { Folds = Folds },
        // One processor is left to the pages; the number changes no digit.
        Threads = Math.Max(1, Environment.ProcessorCount - 1),
    };
}
