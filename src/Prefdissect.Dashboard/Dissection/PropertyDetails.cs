using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Properties;
using Prefdissect.Reporting;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>What a page tells about one property of a source.</summary>
/// <param name="Property">The property.</param>
public sealed record PropertyDetails(Property Property)
{
    /// <summary>How the ratings are spread; <see langword="null"/> where the source has none.</summary>
    public PageFigure? Distribution { get; init; }

    /// <summary>Whether the ratings are still being counted.</summary>
    public bool IsCounting { get; private init; }

    /// <summary>How many ratings have no value, by state.</summary>
    public IReadOnlyList<(RatingState State, long Count)> Without { get; init; } = [];

    /// <summary>The property's details; <see langword="null"/> where the source knows none of that name.</summary>
    public static PropertyDetails? Of(SourceReading reading, DegreesOfSource degrees, string name)
    {
        if (degrees.Properties.Find(name) is not { } property) return null;
        if (degrees.View is not { Fits: [var first, ..] }) return new PropertyDetails(property);
        var annotator = first.Subject.Annotator;
        if (reading.KeptSoon($"ratings/{annotator.Versioned}/{name}", study => new RatingCountReader(study).Of(annotator, name)) is not { } counts) return new PropertyDetails(property) { IsCounting = true };
        var distribution = new PropertyDistribution(property, annotator, counts);
        return new PropertyDetails(property)
        {
            Distribution = distribution.Figure(new Provenance { Command = "serve", Data = degrees.View.DataHash, Options = new Dictionary<string, string> { ["property"] = name, ["annotator"] = annotator.Versioned } }),
            Without = distribution.Without,
        };
    }

    /// <summary>How a property is compared, in words.</summary>
    public string Compared => Property.Rule switch
    {
        ComparisonRule.LessIsMore => "A lower rating counts as having more of it.",
        ComparisonRule.OnlyZeroDiffers => "Only a rating of 0 against one above 0 counts as a difference.",
        ComparisonRule.Length => "Lengths are compared by their ratio.",
        _ => "A higher rating counts as having more of it.",
    };
}
