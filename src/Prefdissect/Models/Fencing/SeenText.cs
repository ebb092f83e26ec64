using System.Globalization;
using System.Text;

namespace Prefdissect.Models.Fencing;

/// <summary>
/// A text as a model reads it through disguises: without invisible characters, with look-alikes of ASCII (full-width and mathematical letters) as ASCII, in lower case; and where
/// each character stood in the text as it came.
/// </summary>
internal sealed class SeenText
{
    private const int BlackFlag = 0x1F3F4;
    private readonly List<int> places = [];

    private SeenText(string text) => Length = text.Length;

    /// <summary>The characters that are seen.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where invisible characters stand that no script and no emoji needs.</summary>
    public List<ManipulationSign> Invisible { get; } = [];

    private int Length { get; }

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
        seen.Text = builder.ToString();
        return seen;
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
        >= 0xE0100 and <= 0xE01EF => before.Value is < 0x2E80,
        _ => false,
    };

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0000 and <= 0xE007F;

    private static bool IsBlank(Rune rune) => rune.Value == 0 || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherPunctuation;
}
