using System.Text;

namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>Faces and hearts, drawn as emoji or typed.</summary>
internal static class Emoticon
{
    /// <summary>Length of the typed face (<c>:)</c>, <c>;-)</c>, <c>:D</c>, <c>=)</c>, <c>&lt;3</c>) at a place that no letter precedes, or 0.</summary>
    public static int LengthAt(string text, int at, int lineEnd)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return 0;
        var mouth = at + 1 < lineEnd && text[at + 1] == '-' ? at + 2 : at + 1;
        if (mouth >= lineEnd || (mouth + 1 < lineEnd && char.IsLetterOrDigit(text[mouth + 1]))) return 0;
        var face = text[at] switch
        {
            ':' => text[mouth] is ')' or '(' or 'D' or 'P' or 'O' or '/' or '|',
            ';' => text[mouth] is ')' or 'D' or 'P',
            '=' => text[mouth] is ')' or 'D',
            '<' => text[mouth] == '3' && mouth == at + 1,
            _ => false,
        };
        return face ? mouth + 1 - at : 0;
    }

    /// <summary>Whether a character is a picture that phones draw in colour; a skin tone is part of the picture before it.</summary>
    public static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F300 and < 0x1F3FB) or (> 0x1F3FF and <= 0x1FAFF) or (>= 0x2600 and <= 0x26FF) or 0x2728 or 0x2764 or 0x2705 or 0x2B50;
}
