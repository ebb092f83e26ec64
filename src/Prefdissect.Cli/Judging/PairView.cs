using Prefdissect.Judging;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary>A pair on the screen, blind: what was asked, and both responses side by side, without who wrote them or what others said. It can be longer than the screen.</summary>
internal sealed class PairView
{
    private const string Keys = "← a: A   b →: B   t: tie   s: pass over   u: undo   ↑ ↓ space: scroll   q: quit";
    private const string ShortKeys = "a/b/t/s  u: undo  ↑↓  q: quit";
    private const int FixedLines = 4;

    private readonly IReadOnlyList<string> body;
    private readonly string title;
    private readonly int width;
    private readonly int rows;
    private int top;

    /// <summary>The view of the pair that a person is to vote on.</summary>
    public PairView(PersonSession session, (int Width, int Height) size)
    {
        Size = size;
        width = size.Width - 1;
        rows = Math.Max(1, size.Height - FixedLines);
        title = $"Which response do you prefer?   {session.Votes} votes given, {session.Left} pairs left";
        body = Body(session);
    }

    /// <summary>The size for which it is made.</summary>
    public (int Width, int Height) Size { get; }

    /// <summary>Moves by lines; a screenful is <see cref="Screenful"/>.</summary>
    public void Scroll(int lines) => top = Math.Clamp(top + lines, 0, Math.Max(0, body.Count - rows));

    /// <summary>Lines of a screen, less two that stay in sight.</summary>
    public int Screenful => Math.Max(1, rows - 2);

    /// <summary>All lines of the screen.</summary>
    public IReadOnlyList<string> Lines()
    {
        var place = body.Count > rows ? $"── lines {top + 1} to {Math.Min(top + rows, body.Count)} of {body.Count} " : "";
        return
        [
            ScreenText.Fit(title, width), new('─', width),
            .. body.Skip(top).Take(rows).Concat(Enumerable.Repeat("", Math.Max(0, rows - body.Count))),
            place + new string('─', Math.Max(0, width - place.Length)), ScreenText.Fit(ScreenText.Width(Keys) <= width ? Keys : ShortKeys, width),
        ];
    }

    private List<string> Body(PersonSession session)
    {
        var pair = session.Current!;
        var column = (width - 3) / 2;
        var (a, b) = session.Order == AskedOrder.FirstAsA ? (pair.First, pair.Second) : (pair.Second, pair.First);
        var (ofA, ofB) = (ScreenText.Lines(a, column), ScreenText.Lines(b, column));
        List<string> lines = [.. ScreenText.Lines(pair.Texts.QueryText, width), "", $"{Headed("A", column)}─┬─{Headed("B", column)}"];
        for (var i = 0; i < Math.Max(ofA.Count, ofB.Count); i++)
            lines.Add($"{ScreenText.Fit(i < ofA.Count ? ofA[i] : "", column)} │ {(i < ofB.Count ? ofB[i] : "")}".TrimEnd());
        return lines;
    }

    private static string Headed(string letter, int column) => $"── {letter} {new string('─', Math.Max(0, column - 5))}";
}
