using Prefdissect.Annotating.Surface.Cues;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>A measure that counts phrases of word lists, weighted, per ten sentences (<see cref="ReadText.PerTenSentences"/>).</summary>
/// <param name="shortName">Short name of the published property.</param>
/// <param name="cutOffs">Where the ratings begin.</param>
/// <param name="lists">The lists and what a phrase of each counts; a negative weight speaks against the property.</param>
public abstract class CueMeasure(string shortName, CutOffs cutOffs, params (string List, double Weight)[] lists) : ISurfaceMeasure
{
    private readonly (int List, double Weight)[] weights = [.. lists.Select(list => (CueBook.Embedded[list.List], list.Weight))];

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of(shortName);

    /// <summary>Where the ratings begin.</summary>
    public CutOffs CutOffs { get; } = cutOffs;

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        var amount = Beside(text);
        foreach (var (list, weight) in weights) amount += weight * text.Found(list);
        return text.PerTenSentences(amount);
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <inheritdoc/>
    public IEnumerable<Evidence> Explain(ReadText text) => Evidences.Of(text, Property, [.. weights.Select(weight => weight.List)], BesideEvidence(text));

    /// <summary>What counts besides the phrases.</summary>
    protected virtual double Beside(ReadText text) => 0;

    /// <summary>Where that stands: start, length, name.</summary>
    protected virtual IEnumerable<(int Start, int Length, string Cue)> BesideEvidence(ReadText text) => [];
}
