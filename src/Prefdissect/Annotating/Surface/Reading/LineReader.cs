namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>Cuts a text into lines and tells what each is in Markdown. One pass; line ends are LF, CRLF or CR.</summary>
public static class LineReader
{
    private const int LongestBoldHeading = 80;

    /// <summary>The lines of a text, blank ones included.</summary>
    public static List<Line> Read(ReadOnlySpan<char> text)
    {
        var lines = new List<Line>(Math.Min(64, text.Length / 40 + 1));
        var fence = '\0';
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var line = Classify(text, start, end);
            if (FenceOf(text[line.Start..line.End]) is not '\0' and var mark && (fence == '\0' || fence == mark))
            {
                line = line with { Kind = LineKind.Code };
                fence = fence == '\0' ? mark : '\0';
            }
            else if (fence != '\0')
                line = line with { Kind = LineKind.Code };
            lines.Add(line);
            start = end + 1;
            if (end < text.Length && text[end] == '\r' && start < text.Length && text[start] == '\n') start++;
        }
        return lines;
    }

    private static Line Classify(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        var line = text[start..end];
        if (line.IsEmpty) return new(LineKind.Blank, start, start, end, 0);
        if (char.IsAsciiLetter(line[0])) return new(LineKind.Prose, start, start, end, 0);
        if (IsRule(line)) return new(LineKind.Rule, start, end, end, 0);
        if (line[0] == '#' && HeadingMarker(line) is > 0 and var marker) return new(LineKind.Heading, start, start + marker, end, 0);
        if (line.Length > 4 && line.StartsWith("**") && IsBoldHeading(line)) return new(LineKind.Heading, start, start, end, 0);
        if (IsBullet(line)) return new(LineKind.Bullet, start, start + 1, end, 0);
        if (line[0] == '>') return new(LineKind.Quotation, start, start + 1, end, 0);
        if (line.Length > 2 && line[0] == '|' && line[^1] == '|') return new(LineKind.TableRow, start, start, end, 0);
        if (NumberMarker(line, out var number) is > 0 and var content) return new(LineKind.Numbered, start, start + content, end, number);
        return new(LineKind.Prose, start, start, end, 0);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Folding.IsInvisible(c);

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '*' or '_' or '=' && line.IndexOfAnyExcept(line[0], ' ') < 0;

    /// <summary>A typed bullet needs white space after it, a printed one does not.</summary>
    private static bool IsBullet(ReadOnlySpan<char> line) =>
        line.Length > 2 && (line[0] is '•' or '●' or '▪' || (line[0] is '-' or '*' or '+' or '–' or '‣' or '◦' or '·' && IsBlank(line[1])));

    private static char FenceOf(ReadOnlySpan<char> line) => line.StartsWith("```") ? '`' : line.StartsWith("~~~") ? '~' : '\0';

    private static int HeadingMarker(ReadOnlySpan<char> line)
    {
        var depth = line.IndexOfAnyExcept('#');
        return depth is >= 1 and <= 6 && IsBlank(line[depth]) ? depth + 1 : 0;
    }

    private static bool IsBoldHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestBoldHeading) return false;
        var inner = line[^1] == ':' ? line[..^1] : line;
        return inner.Length > 4 && inner.EndsWith("**") && !inner[2..^2].Contains("**", StringComparison.Ordinal);
    }

    /// <summary>Length of the marker of a numbered item (<c>1.</c>, <c>1)</c>, <c>(1)</c>, <c>**1.</c>), or 0.</summary>
    private static int NumberMarker(ReadOnlySpan<char> line, out int number)
    {
        number = 0;
        var at = line.StartsWith("**") ? 2 : line[0] == '(' ? 1 : 0;
        var first = at;
        while (at < line.Length && at - first < 3 && char.IsAsciiDigit(line[at])) number = number * 10 + (line[at++] - '0');
        var marked = at > first && at + 1 < line.Length && line[at] is '.' or ')' && (IsBlank(line[at + 1]) || line[at + 1] == '*');
        return marked ? at + 1 : 0;
    }
}
