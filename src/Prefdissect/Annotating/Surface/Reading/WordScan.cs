using System.Text;

namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>Reads one word: letters and digits, apostrophes between letters, separators between digits, combining marks and invisible characters.</summary>
internal ref struct WordScan
{
    private readonly string text;
    private readonly int start;
    private readonly int end;
    private int at;
    private int capitals;
    private int others;
    private int drawl;
    private char before;

    public WordScan(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        this.start = at = start;
    }

    public ulong Hash { get; private set; } = Folding.HashStart;

    public int Letters { get; private set; }

    public WordMarks Marks { get; private set; }

    /// <summary>Reads it and gives its end.</summary>
    public int Run()
    {
        while (at < end)
        {
            var c = text[at];
            if (char.IsAsciiLetter(c))
                Letter(c);
            else if (char.IsAsciiDigit(c))
                Digit(c);
            else if (!Joint(c) && (c < 128 || !Rare(c)))
                break;
            else
                at++;
        }
        if (Letters >= 2 && capitals == Letters) Marks |= WordMarks.Capitals;
        if (others * 2 > Letters && !(Letters == 1 && IsGreek(text[start]))) Marks |= WordMarks.OtherScript;
        return at;
    }

    private void Letter(char c)
    {
        var folded = (char)(c | 0x20);
        if (c != folded) capitals++;
        Letters++;
        Append(folded);
        at++;
    }

    private void Digit(char c)
    {
        Marks |= WordMarks.Number;
        Append(c);
        at++;
    }

    /// <summary>An apostrophe between letters, or a separator between digits.</summary>
    private bool Joint(char c)
    {
        if (at + 1 >= end || at == start) return false;
        if (c is '\'' or '’' or 'ʼ' && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]))
        {
            Append('\'');
            return true;
        }
        return c is '.' or ',' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 1]);
    }

    /// <summary>A character beyond ASCII that belongs to the word.</summary>
    private bool Rare(char c)
    {
        if (char.IsLetterOrDigit(c))
        {
            Marks |= WordMarks.Accented;
            if (!IsInnerJamo(c)) Letters++;
            if (char.IsUpper(c)) capitals++;
            if (!IsLatin(c)) others++;
            Append(Folding.Of(c));
            return true;
        }
        if (char.IsHighSurrogate(c)) return Pair();
        if (Folding.Of(c) != '\0') return false;
        if (c is >= '\u0300' and <= '\u036F') Marks |= WordMarks.Accented;
        return true;
    }

    private bool Pair()
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune) || !Rune.IsLetterOrDigit(rune)) return false;
        Letters++;
        if (rune.Value is < 0x1D400 or > 0x1D7FF) others++;
        Append(text[at]);
        Append(text[++at]);
        return true;
    }

    private void Append(char folded)
    {
        Hash = Folding.HashNext(Hash, folded);
        drawl = folded == before && char.IsAsciiLetter(folded) ? drawl + 1 : 0;
        if (drawl >= 2) Marks |= WordMarks.Drawled;
        before = folded;
    }

    /// <summary>Vowels and final consonants that a Korean syllable falls into when decomposed; only its first consonant is counted.</summary>
    private static bool IsInnerJamo(char c) => c is >= '\u1161' and <= '\u11FF';

    private static bool IsGreek(char c) => c is >= '\u0370' and <= '\u03FF';

    private static bool IsLatin(char c) => c < '\u0370' || c is (>= '\u1E00' and <= '\u1EFF') or (>= '\u2070' and <= '\u214F') or (>= '\u2C60' and <= '\u2C7F')
        or (>= '\uA720' and <= '\uA7FF') or (>= '\uFF21' and <= '\uFF5A');
}
