using Prefdissect.Annotating.Surface.Reading;
namespace Prefdissect.Simulating;

/// <summary>The sentences of a response before they are laid out.</summary>
internal sealed class Draft
{
    /// <summary>What comes first.</summary>
    public List<string> Opening { get; } = [];

    /// <summary>What is said, in order.</summary>
    public List<string> Body { get; } = [];

    /// <summary>The way to go about it: lower-case clauses, in order; none at step level 0.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>What comes last.</summary>
    public List<string> Closing { get; } = [];

    /// <summary>A sentence that must be the very first, if any.</summary>
    public string? First { get; set; }

    /// <summary>A sentence that must be the very last, if any.</summary>
    public string? Last { get; set; }

    /// <summary>Words so far.</summary>
    public int Words => Count(Opening) + Count(Body) + Count(Steps) + Count(Closing);

    /// <summary>Adds a sentence where it belongs.</summary>
    public void Add(Place place, string sentence) =>
        (place switch { Place.Opening => Opening, Place.Closing => Closing, _ => Body }).Add(sentence);

    private static int Count(List<string> sentences)
    {
        var words = 0;
        foreach (var sentence in sentences) words += WordCount.Of(sentence);
        return words;
    }
}
