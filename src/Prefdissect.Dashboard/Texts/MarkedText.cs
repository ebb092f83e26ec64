using System.Text;

namespace Prefdissect.Dashboard.Texts;

/// <summary>Cuts a hostile text into pieces: ordinary ones, marked ones, and ones that stand for characters which would not be seen.</summary>
public static class MarkedText
{
    // What a browser draws without delay; beyond, marks are left out and hidden characters stand without their names.
    private const int MostPieces = 20_000;
    private const int MostNames = 3;

    /// <summary>The pieces of the first <paramref name="end"/> units, in order: together they are the text, hidden characters exchanged for what stands for them.</summary>
    public static IReadOnlyList<TextPiece> Pieces(string text, IEnumerable<TextMark> marks, int end)
    {
        var pieces = new List<TextPiece>();
        var sorted = marks.Where(mark => mark.Start < end && mark.Length > 0).OrderBy(mark => mark.Start).Take(MostPieces).ToList();
        var bounds = sorted.SelectMany(mark => new[] { mark.Start, Math.Min(end, mark.Start + mark.Length) }).Append(0).Append(end).Distinct().Order().ToList();
        var active = new List<TextMark>();
        var coming = 0;
        for (var i = 0; i + 1 < bounds.Count; i++)
        {
            var (from, to) = (bounds[i], bounds[i + 1]);
            active.RemoveAll(mark => mark.Start + mark.Length <= from);
            while (coming < sorted.Count && sorted[coming].Start <= from) active.Add(sorted[coming++]);
            Add(pieces, text.AsSpan(from, to - from), active.Count == 0 ? null : active.Max(mark => mark.Kind), DetailOf(active));
        }
        return pieces;
    }

    /// <summary>Where a text is cut that is to have at most so many units: no character is cut in two.</summary>
    public static int End(string text, int most) => text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;

    private static string? DetailOf(List<TextMark> active) => active.Count == 0 ? null : string.Join("\n", active.Select(mark => mark.Detail).Distinct(StringComparer.Ordinal));

    private static void Add(List<TextPiece> pieces, ReadOnlySpan<char> text, TextMarkKind? kind, string? detail)
    {
        var seen = new StringBuilder();
        var hidden = new StringBuilder();
        var names = new List<string>();
        void Flush()
        {
            if (seen.Length > 0) pieces.Add(new TextPiece(seen.ToString(), kind, detail, false));
            if (hidden.Length > 0) pieces.Add(new TextPiece(hidden.ToString(), kind, string.Join("\n", new[] { detail }.OfType<string>().Concat(names)), true));
            seen.Clear();
            hidden.Clear();
            names.Clear();
        }
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            var isLineEnd = rune.Value == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            i += length;
            if (isLineEnd) continue;
            if (HiddenCharacter.Of(rune) is not { } character)
            {
                if (hidden.Length > 0) Flush();
                seen.Append(rune.ToString());
            }
            else if (pieces.Count >= MostPieces)
            {
                seen.Append(character.Shown);
            }
            else
            {
                if (seen.Length > 0) Flush();
                hidden.Append(character.Shown);
                if (names.Count < MostNames && !names.Contains(character.Name)) names.Add(character.Name);
            }
        }
        Flush();
    }
}
