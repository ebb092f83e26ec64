using System.Globalization;
using System.Text;

namespace Prefdissect.Dashboard.Texts;

/// <summary>A character that steers a terminal, turns the reading direction or is not seen at all, as it is shown to a reader who wants to know that it is there.</summary>
/// <param name="Shown">What stands in its place.</param>
/// <param name="Name">What it is.</param>
public readonly record struct HiddenCharacter(string Shown, string Name)
{
    private const string Controls = "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US";
    private static readonly string[] ControlNames = Controls.Split(' ');

    private static readonly Dictionary<int, (string Short, string Name)> Marks = new()
    {
        [0x00ad] = ("SHY", "soft hyphen"),
        [0x061c] = ("ALM", "Arabic letter mark"),
        [0x180e] = ("MVS", "Mongolian vowel separator"),
        [0x200b] = ("ZWSP", "zero-width space"),
        [0x200e] = ("LRM", "left-to-right mark"),
        [0x200f] = ("RLM", "right-to-left mark"),
        [0x2028] = ("LS", "line separator"),
        [0x2029] = ("PS", "paragraph separator"),
        [0x202a] = ("LRE", "left-to-right embedding"),
        [0x202b] = ("RLE", "right-to-left embedding"),
        [0x202c] = ("PDF", "end of direction"),
        [0x202d] = ("LRO", "left-to-right override"),
        [0x202e] = ("RLO", "right-to-left override"),
        [0x2060] = ("WJ", "word joiner"),
        [0x2066] = ("LRI", "left-to-right isolate"),
        [0x2067] = ("RLI", "right-to-left isolate"),
        [0x2068] = ("FSI", "first strong isolate"),
        [0x2069] = ("PDI", "end of isolate"),
        [0xfeff] = ("BOM", "byte order mark"),
    };

    /// <summary>How a character is shown; <see langword="null"/> where it is seen as it is. Line ends and tabs are.</summary>
    public static HiddenCharacter? Of(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => null,
        < 0x20 => Named($"⟨{ControlNames[rune.Value]}⟩", ControlNames[rune.Value], rune),
        0x7f => Named("⟨DEL⟩", "DEL", rune),
        < 0xa0 and >= 0x80 => Named("⟨C1⟩", "control character", rune),
        >= 0xe0000 and <= 0xe007f => Named(rune.Value is > 0xe0020 and < 0xe007f ? $"⟨tag {(char)(rune.Value - 0xe0000)}⟩" : "⟨tag⟩", "invisible tag", rune),
        var value when Marks.TryGetValue(value, out var mark) => Named($"⟨{mark.Short}⟩", mark.Name, rune),
        _ => null,
    };

    /// <summary>Whether it changes what stands around it: it steers a terminal, or turns the direction in which other characters are read.</summary>
    public static bool Steers(Rune rune) => rune.Value is not ('\n' or '\r' or '\t') && (Rune.IsControl(rune) || rune.Value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069));

    private static HiddenCharacter Named(string shown, string name, Rune rune) => new(shown, string.Create(CultureInfo.InvariantCulture, $"{name}, U+{rune.Value:X4}"));
}
