using System.Text;

namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>Cuts the prose of a text, line by line, into words, sentences and marks. One pass; code lines are left out.</summary>
internal sealed class ProseReader(string text, IReadOnlySet<ulong> abbreviations)
{
    private const int QuotedWordsWorthAMark = 4;

    private readonly SpanEnds ends = new(text);
    private int sentenceStart;
    private int quotedUntil;
    private LineKind kind;
    private LineKind sentenceKind;
    private int lineStart;
    private bool opensLine;

    public List<Word> Words { get; } = new(text.Length / 6 + 1);

    public List<Sentence> Sentences { get; } = new(text.Length / 80 + 1);

    public List<Mark> Marks { get; } = [];

    public void Read(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Blank or LineKind.Rule or LineKind.Code) continue;
            ReadLine(line);
            if (i + 1 == lines.Count || !Continues(line, lines[i + 1])) EndSentence(line.End, '\0');
        }
        EndSentence(text.Length, '\0');
    }

    /// <summary>A line that is wrapped by hand goes on in lower case.</summary>
    private bool Continues(Line line, Line next) =>
        line.Kind is LineKind.Prose or LineKind.Bullet or LineKind.Numbered && next.Kind == LineKind.Prose && char.IsLower(text[next.Start])
        && char.IsLetter(text[line.End - 1]);

    private void ReadLine(Line line)
    {
        kind = line.Kind;
        lineStart = Words.Count;
        ends.BeginLine(line.End);
        quotedUntil = kind == LineKind.Quotation ? line.End : 0;
        if (kind == LineKind.Quotation) Marks.Add(new(MarkKind.Quotation, line.Start, line.End - line.Start));
        for (var at = line.ContentStart; at < line.End;)
        {
            var c = text[at];
            at = char.IsAsciiLetterOrDigit(c) || (c > 127 && StartsWord(at)) ? ReadWord(at, line.End) : c == ' ' ? at + 1 : ReadMark(at, line.End);
        }
    }

    private bool StartsWord(int at) =>
        char.IsHighSurrogate(text[at]) ? Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune) : char.IsLetterOrDigit(text[at]);

    private int ReadWord(int start, int lineEnd)
    {
        if (ends.LinkAt(start) is > 0 and var link) return Marked(MarkKind.Link, start, link);
        var scan = new WordScan(text, start, lineEnd);
        var at = scan.Run();
        var marks = scan.Marks;
        if (start < quotedUntil) marks |= WordMarks.Quoted;
        if (Words.Count == sentenceStart)
        {
            marks |= WordMarks.First;
            sentenceKind = kind;
            opensLine = Words.Count == lineStart;
        }
        if ((marks & WordMarks.Number) != 0 && IsQuantity(start, at, lineEnd)) marks |= WordMarks.Quantity;
        Words.Add(new(start, at - start, scan.Hash, Sentences.Count, scan.Letters, marks));
        return at;
    }

    private bool IsQuantity(int start, int end, int lineEnd) =>
        (end < lineEnd && text[end] == '%') || (start > 0 && text[start - 1] is '$' or '€' or '£');

    private int ReadMark(int at, int lineEnd)
    {
        var c = text[at];
        switch (c)
        {
            case '.' or '!' or '?' or '…' or '。' or '！' or '？':
                return ReadStop(at, lineEnd);
            case '"' or '“' or '`':
                if (at >= quotedUntil && ends.Closing(at) is > 0 and var closing) return OpenQuotation(at, closing);
                return at + 1;
            case '*' or '_':
                return at + 1 < lineEnd && text[at + 1] == c && ends.Closing(at) is > 0 and var bold ? MarkBold(at, bold) : at + 1;
            case '[' or '(':
                if (ends.ReferenceAt(at) is > 0 and var reference) Marks.Add(new(MarkKind.Reference, at, reference));
                if (c == '(' && at > 0 && text[at - 1] == ']' && ends.ClosingParenthesis(at) is > 0 and var close) return Marked(MarkKind.Link, at, close + 1 - at);
                return at + 1;
            case ':' or ';' or '<' or '=':
                return Emoticon.LengthAt(text, at, lineEnd) is > 0 and var face ? Marked(MarkKind.Emoji, at, face) : at + 1;
            default:
                return c < 128 ? at + 1 : ReadRare(at);
        }
    }

    private int Marked(MarkKind mark, int at, int length)
    {
        Marks.Add(new(mark, at, length));
        return at + length;
    }

    private int OpenQuotation(int at, int closing)
    {
        quotedUntil = closing + 1;
        if (text[at] == '`')
            Marks.Add(new(MarkKind.InlineCode, at, closing + 1 - at));
        else if (ends.HasWords(at + 1, closing, QuotedWordsWorthAMark))
            Marks.Add(new(MarkKind.Quotation, at, closing + 1 - at));
        return at + 1;
    }

    private int MarkBold(int at, int closing)
    {
        Marks.Add(new(MarkKind.Bold, at, closing + 2 - at));
        ends.BoldUntil = closing + 2;
        return at + 2;
    }

    private int ReadRare(int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return at + 1;
        var length = rune.Utf16SequenceLength;
        var joined = at > 0 && text[at - 1] == '\u200D';
        return Emoticon.IsEmoji(rune) && !joined ? Marked(MarkKind.Emoji, at, length) : at + length;
    }

    private int ReadStop(int at, int lineEnd)
    {
        var start = at;
        while (at < lineEnd && text[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？') at++;
        var run = text.AsSpan(start, at - start);
        if (run.Length > 1 && run.Contains('!')) Marks.Add(new(MarkKind.Burst, start, run.Length));
        var end = at;
        while (at < lineEnd && text[at] is ')' or ']' or '"' or '”' or '’' or '\'' or '»' or '*' or '_') at++;
        var closing = run.IndexOfAny('?', '？') >= 0 ? '?' : run.IndexOfAny('!', '！') >= 0 ? '!' : '.';
        var free = at == lineEnd || char.IsWhiteSpace(text[at]) || run[0] is '。' or '！' or '？' || at > end;
        if (free && !(closing == '.' && run.Length == 1 && at < lineEnd && AfterAbbreviation(start))) EndSentence(end, closing);
        return at;
    }

    private bool AfterAbbreviation(int stop)
    {
        if (Words.Count == sentenceStart || Words[^1].End != stop) return false;
        var word = Words[^1];
        return (word.Length == 1 && !word.Is(WordMarks.Number)) || abbreviations.Contains(word.Hash);
    }

    private void EndSentence(int end, char closing)
    {
        if (Words.Count == sentenceStart) return;
        Sentences.Add(new(Words[sentenceStart].Start, end, sentenceStart, Words.Count - sentenceStart, closing, sentenceKind, opensLine));
        sentenceStart = Words.Count;
    }
}
