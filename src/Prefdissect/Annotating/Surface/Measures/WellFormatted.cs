using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>
/// Layout, in points: paragraphs set apart by blank lines, or at least four lines, 1; a list of two items 1, of three or more 2; one heading 1, two or
/// more 2; bold 1; a code block 2; a table 2; inline code ½. The ratings 1, 2 and 3 begin at 1, 2 and 4 points: paragraphs; one device; two or more.
/// </summary>
public sealed class WellFormatted : ISurfaceMeasure
{
    private const int FewestTableRows = 2, FewestLines = 4;

    /// <inheritdoc/>
    public Property Property { get; } = PublishedProperties.Of("well formatted");

    /// <summary>Where the ratings begin.</summary>
    public static CutOffs CutOffs { get; } = new(1, 2, 4);

    /// <inheritdoc/>
    public double Measure(ReadText text)
    {
        int items = 0, headings = 0, rows = 0, code = 0, blocks = 0, lines = 0;
        var apart = true;
        foreach (var line in text.Lines)
        {
            if (line.Kind is LineKind.Bullet or LineKind.Numbered) items++;
            if (line.Kind == LineKind.Heading) headings++;
            if (line.Kind == LineKind.TableRow) rows++;
            if (line.Kind == LineKind.Code) code++;
            if (line.Kind != LineKind.Blank) lines++;
            if (line.Kind != LineKind.Blank && apart) blocks++;
            apart = line.Kind == LineKind.Blank;
        }
        var points = (blocks > 1 || lines >= FewestLines ? 1 : 0) + Upto(2, items - 1) + Upto(2, headings) + (code > 1 ? 2 : 0) + (rows >= FewestTableRows ? 2 : 0);
        return points + (text.Count(MarkKind.Bold) > 0 ? 1 : 0) + (text.Count(MarkKind.InlineCode) > 0 ? 0.5 : 0);
    }

    /// <inheritdoc/>
    public double Rating(double measure) => CutOffs.Level(measure);

    /// <inheritdoc/>
    public IEnumerable<Evidence> Explain(ReadText text)
    {
        var places = Evidences.Marks(text, MarkKind.Bold, MarkKind.InlineCode);
        foreach (var line in text.Lines)
        {
            if (Name(line.Kind) is { } name) places.Add((line.Start, line.End - line.Start, name));
        }
        return Evidences.Of(text, Property, [], places);
    }

    private static int Upto(int most, int count) => Math.Clamp(count, 0, most);

    private static string? Name(LineKind kind) => kind switch
    {
        LineKind.Heading => "heading",
        LineKind.Bullet => "list item",
        LineKind.Numbered => "numbered item",
        LineKind.TableRow => "table row",
        LineKind.Code => "code block",
        _ => null,
    };
}
