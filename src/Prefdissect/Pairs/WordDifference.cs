using System.Globalization;

namespace Prefdissect.Pairs;

/// <summary>
/// What two texts have in common, word by word: the fewest words put in and taken out (Myers 1986, An O(ND) Difference Algorithm). Texts that differ in very many places are compared
/// by coarser pieces, lines or the whole, so that no text takes long. Pure.
/// </summary>
public static class WordDifference
{
    // Steps of the search, and steps back that are kept: beyond them the pieces are coarser.
    private const int MostEdits = 2_000;

    /// <summary>The runs, in order: those that are equal or only in A give A when put together, those that are equal or only in B give B. No two neighbours are of one kind, none is empty.</summary>
    /// <param name="a">One text, of any length.</param>
    /// <param name="b">The other.</param>
    public static IReadOnlyList<WordRun> Of(string a, string b)
    {
        if (a == b) return a.Length == 0 ? [] : [new WordRun(RunKind.Equal, a)];
        return Of(a, b, Words) ?? Of(a, b, Lines) ?? Whole(a, b);
    }

    private static IReadOnlyList<WordRun>? Of(string a, string b, Func<string, List<string>> parted)
    {
        var (piecesA, piecesB) = (parted(a), parted(b));
        var (head, tail) = Ends(piecesA, piecesB);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (insideA, insideB) = (Numbered(piecesA, head, tail, numbers), Numbered(piecesB, head, tail, numbers));
        if (Kept(insideA, insideB) is not { } kept) return null;
        var runs = new Runs();
        runs.Add(RunKind.Equal, piecesA, 0, head);
        var (atA, atB) = (0, 0);
        foreach (var (keptA, keptB) in kept.Append((insideA.Length, insideB.Length)))
        {
            runs.Add(RunKind.OnlyA, piecesA, head + atA, head + keptA);
            runs.Add(RunKind.OnlyB, piecesB, head + atB, head + keptB);
            if (keptA < insideA.Length) runs.Add(RunKind.Equal, piecesA, head + keptA, head + keptA + 1);
            (atA, atB) = (keptA + 1, keptB + 1);
        }
        runs.Add(RunKind.Equal, piecesA, piecesA.Count - tail, piecesA.Count);
        return runs.Done();
    }

    private static List<WordRun> Whole(string a, string b) =>
        [.. new[] { new WordRun(RunKind.OnlyA, a), new WordRun(RunKind.OnlyB, b) }.Where(run => run.Text.Length > 0)];

    private static (int Head, int Tail) Ends(List<string> a, List<string> b)
    {
        var (head, tail, shorter) = (0, 0, Math.Min(a.Count, b.Count));
        while (head < shorter && a[head] == b[head]) head++;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return (head, tail);
    }

    private static int[] Numbered(List<string> pieces, int head, int tail, Dictionary<string, int> numbers)
    {
        var inside = new int[pieces.Count - head - tail];
        for (var i = 0; i < inside.Length; i++)
        {
            if (!numbers.TryGetValue(pieces[head + i], out inside[i])) numbers.Add(pieces[head + i], inside[i] = numbers.Count);
        }
        return inside;
    }

    /// <summary>The places of a longest common subsequence; <see langword="null"/> where there are too many differences.</summary>
    private static List<(int A, int B)>? Kept(int[] a, int[] b)
    {
        if (a.Length == 0 || b.Length == 0) return [];
        var most = Math.Min(MostEdits, a.Length + b.Length);
        // furthest[k]: how far into A the diagonal A − B = k has come; of each step those of its diagonals are kept, to find the way back.
        var furthest = new int[(2 * most) + 3];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = k == -edits || (k != edits && furthest[most + k] < furthest[most + k + 2]) ? furthest[most + k + 2] : furthest[most + k] + 1;
                var y = x - k;
                while (x < a.Length && y >= 0 && y < b.Length && a[x] == b[y]) (x, y) = (x + 1, y + 1);
                furthest[most + k + 1] = x;
                if (x >= a.Length && y >= b.Length) return Back(steps, edits, a.Length, b.Length);
            }
            steps.Add(furthest[(most + 1 - edits)..(most + 2 + edits)]);
        }
        return null;
    }

    private static List<(int A, int B)> Back(List<int[]> steps, int edits, int x, int y)
    {
        var kept = new List<(int, int)>();
        for (; edits > 0; edits--)
        {
            var before = steps[edits - 1];
            var k = x - y;
            // Diagonal d of the step before stands at d + edits − 1.
            int Of(int diagonal) => diagonal < 1 - edits || diagonal > edits - 1 ? -1 : before[diagonal + edits - 1];
            var isDown = k == -edits || (k != edits && Of(k - 1) < Of(k + 1));
            var from = isDown ? k + 1 : k - 1;
            var (startX, startY) = (Of(from), Of(from) - from);
            var (afterX, afterY) = isDown ? (startX, startY + 1) : (startX + 1, startY);
            while (x > afterX && y > afterY) kept.Add((--x, --y));
            (x, y) = (startX, startY);
        }
        while (x > 0 && y > 0) kept.Add((--x, --y));
        kept.Reverse();
        return kept;
    }

    // A word, or one other character; white space in one piece. A letter with its marks stays whole.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var kind = KindAt(text, start);
            var end = start + Length(text, start);
            while (end < text.Length && (IsMark(text, end) || (kind != Other && KindAt(text, end) == kind))) end += Length(text, end);
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    private const int Other = 0;

    private static int KindAt(string text, int at) => char.IsWhiteSpace(text, at) ? 1 : IsOneWord(text, at) ? Other : char.IsLetterOrDigit(text, at) ? 2 : Other;

    // Where no spaces are set between words, a letter is a piece.
    private static bool IsOneWord(string text, int at) => text[at] is (>= '\u0E00' and <= '\u0EFF') or (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(text[at]);

    private static bool IsMark(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int Length(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private sealed class Runs
    {
        private readonly List<WordRun> runs = [];
        private readonly List<string> pending = [];
        private RunKind kind;

        public void Add(RunKind kind, List<string> pieces, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (pending.Count > 0 && this.kind != kind) Flush();
                this.kind = kind;
                pending.Add(pieces[i]);
            }
        }

        public IReadOnlyList<WordRun> Done()
        {
            Flush();
            return runs;
        }

        private void Flush()
        {
            if (pending.Count > 0) runs.Add(new WordRun(kind, string.Concat(pending)));
            pending.Clear();
        }
    }
}
