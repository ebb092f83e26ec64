using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Prefdissect.Models.Fencing;

/// <summary>
/// A text as a model reads it through disguises: without invisible characters, with look-alikes of ASCII (full-width and mathematical letters) as ASCII, in lower case; and where
/// each character stood in the text as it came.
/// </summary>
internal sealed partial class SeenText
{
    // Letters of other alphabets that are drawn as these (Unicode's confusables, the most alike), lower case.
    private const string LookAlikes = "аеорсухіјѕԁһԛԝкαορνυικτεχ";
    private const string Letters = "aeopcyxijsdhqwkaopvuiktex";

    private static readonly SearchValues<char> AnyLookAlike = SearchValues.Create(LookAlikes);

    // Digits that stand for letters.
    private const string Digits = "0134578@$";
    private const string Spelled = "oieastbas";

    private const int BlackFlag = 0x1F3F4;
    private readonly List<int> places = [];

    private SeenText(string text) => Length = text.Length;

    /// <summary>The characters that are seen.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where invisible characters stand that no script and no emoji needs.</summary>
    public List<ManipulationSign> Invisible { get; } = [];

    private int Length { get; init; }

    public static SeenText Of(string text)
    {
        var seen = new SeenText(text);
        var builder = new StringBuilder(text.Length);
        var (index, before, spellsFlag) = (0, default(Rune), false);
        foreach (var rune in text.EnumerateRunes())
        {
            // Flags of regions are spelled with tags after a black flag.
            spellsFlag = rune.Value == BlackFlag || (spellsFlag && IsTag(rune));
            if (!spellsFlag && IsInvisible(rune, before)) seen.AddInvisible(index, rune.Utf16SequenceLength);
            else seen.Append(builder, rune, index);
            (index, before) = (index + rune.Utf16SequenceLength, rune);
        }
        seen.Text = Unmixed(builder.ToString());
        return seen;
    }

    /// <summary>The text with digits inside words as letters and letters that stand apart drawn together; <see langword="null"/> where that is the same text.</summary>
    public SeenText? Respelled()
    {
        if (!DigitInWord().IsMatch(Text) && !ApartLetters().IsMatch(Text)) return null;
        var respelled = new SeenText("") { Length = Length };
        var letters = DigitInWord().Replace(Text, match => Spelled[Digits.IndexOf(match.Value[0])].ToString());
        var builder = new StringBuilder(letters.Length);
        var next = 0;
        foreach (Match match in ApartLetters().Matches(letters))
        {
            Take(next, match.Index, 1);
            Take(match.Index, match.Index + match.Length, 2);
            next = match.Index + match.Length;
        }
        Take(next, letters.Length, 1);
        respelled.Text = builder.ToString();
        return respelled;

        void Take(int from, int to, int step)
        {
            for (var i = from; i < to; i += step)
            {
                builder.Append(letters[i]);
                respelled.places.Add(places[i]);
            }
        }
    }

    /// <summary>A sign at a place of <see cref="Text"/>, at its place in the text as it came.</summary>
    public ManipulationSign Sign(ManipulationKind kind, int start, int length)
    {
        var from = places[start];
        var to = start + length < places.Count ? places[start + length] : Length;
        return new ManipulationSign(kind, from, Math.Max(1, to - from));
    }

    private void Append(StringBuilder builder, Rune rune, int index)
    {
        if (rune.IsAscii)
        {
            builder.Append(char.ToLowerInvariant((char)rune.Value));
            places.Add(index);
            return;
        }
        var folded = rune.Value is (>= 0xFF01 and <= 0xFF5E) or (>= 0x1D400 and <= 0x1D7FF) or (>= 0x2100 and <= 0x214F) or 0xA0 or (>= 0x2000 and <= 0x200A)
            ? rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            : Rune.ToLowerInvariant(rune).ToString();
        builder.Append(folded);
        for (var i = 0; i < folded.Length; i++) places.Add(index);
    }

    /// <summary>Words that mix ASCII letters with look-alikes of other alphabets, in ASCII; words of one alphabet stay.</summary>
    private static string Unmixed(string text) => text.AsSpan().IndexOfAny(AnyLookAlike) < 0 ? text : string.Create(text.Length, text, (span, value) =>
    {
        value.CopyTo(span);
        for (var start = 0; start < span.Length;)
        {
            var end = start;
            while (end < span.Length && char.IsLetter(span[end])) end++;
            var word = span[start..end];
            start = end + 1;
            if (!word.ContainsAnyInRange('a', 'z')) continue;
            for (var i = word.IndexOfAny(AnyLookAlike); i >= 0 && i < word.Length; i++)
            {
                if (LookAlikes.IndexOf(word[i]) is >= 0 and var place) word[i] = Letters[place];
            }
        }
    });

    private void AddInvisible(int index, int length)
    {
        if (Invisible is [.., var last] && last.Start + last.Length == index) Invisible[^1] = last with { Length = last.Length + length };
        else Invisible.Add(new ManipulationSign(ManipulationKind.InvisibleText, index, length));
    }

    private static bool IsInvisible(Rune rune, Rune before) => rune.Value switch
    {
        // Joiners belong to emoji and to Arabic and Indic scripts; direction marks to texts written from the right.
        0x200C or 0x200D => before.Value is < 0x590,
        0x200E or 0x200F or 0x061C => before.Value is < 0x590 && !IsBlank(before),
        0xFEFF => before.Value != 0,
        0x200B or 0x2060 or 0x180E or 0x00AD => rune.Value != 0x00AD || !Rune.IsLetter(before),
        >= 0x2061 and <= 0x2064 => true,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true,
        _ when IsTag(rune) => true,
        // Selectors of a variant belong to symbols and to East Asian scripts, one each.
        >= 0xFE00 and <= 0xFE0D => before.Value is < 0x2190 or (>= 0xFE00 and <= 0xFE0F),
        0xFE0E or 0xFE0F => before.Value is >= 0xFE00 and <= 0xFE0F || (before.Value < 0x2000 && Rune.IsLetter(before)),
        >= 0xE0100 and <= 0xE01EF => before.Value is < 0x2E80,
        _ => false,
    };

    [GeneratedRegex(@"(?<=[a-z])[0134578@$](?=[a-z])|(?<![\w.])[0134578@$](?=[a-z]{3})")]
    private static partial Regex DigitInWord();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[a-z]([ .*_-])(?:[a-z]\1){2,30}[a-z])(?![\p{L}\p{N}])")]
    private static partial Regex ApartLetters();

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0000 and <= 0xE007F;

    private static bool IsBlank(Rune rune) => rune.Value == 0 || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherPunctuation;
}
