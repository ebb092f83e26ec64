using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface.Cues;

/// <summary>
/// A trie of words that finds all phrases of all lists in one pass. In each list the longest phrase that begins at a word counts, phrases of one list do not
/// overlap, and a phrase does not reach over the end of a sentence. Quoted words take no part.
/// </summary>
public sealed class CueAutomaton
{
    private const int DeepestEnds = 32;

    private readonly IReadOnlyList<CuePhrase> phrases;
    /// <summary>The number of word lists.</summary>
    public int Lists { get; }

    private readonly List<int[]> endings = [[]];
    private readonly ulong[] keys;
    private readonly int[] nodes;
    private readonly int mask;

    internal CueAutomaton(IReadOnlyList<CuePhrase> phrases, int lists)
    {
        this.phrases = phrases;
        Lists = lists;
        var edges = new Dictionary<(int Node, string Word), int>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            var node = 0;
            foreach (var word in phrases[phrase].Words)
            {
                if (!edges.TryGetValue((node, word), out var next))
                {
                    edges.Add((node, word), next = endings.Count);
                    endings.Add([]);
                }
                node = next;
            }
            endings[node] = [.. endings[node], phrase];
        }
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, edges.Count * 4));
        (keys, nodes, mask) = (new ulong[size], new int[size], size - 1);
        foreach (var ((node, word), next) in edges)
        {
            var key = Key(node, Folding.Hash(word));
            var slot = (int)key & mask;
            while (nodes[slot] != 0) slot = (slot + 1) & mask;
            (keys[slot], nodes[slot]) = (key, next);
        }
    }

    /// <summary>The phrases found, in the order of their first words.</summary>
    /// <param name="text">The text that the words were cut from.</param>
    /// <param name="words">Its words.</param>
    /// <param name="left">Words with one of these marks take no part.</param>
    public List<CueHit> Find(string text, ReadOnlySpan<Word> words, WordMarks left)
    {
        var hits = new List<CueHit>();
        Span<int> free = stackalloc int[Lists];
        Span<(int Node, int Depth)> path = stackalloc (int, int)[DeepestEnds];
        for (var first = 0; first < words.Length; first++)
        {
            var steps = 0;
            var node = 0;
            for (var at = first; at < words.Length && words[at].Sentence == words[first].Sentence && (words[at].Marks & left) == 0 && steps < DeepestEnds; at++)
            {
                node = Next(node, words[at].Hash);
                if (node == 0) break;
                if (endings[node].Length > 0) path[steps++] = (node, at + 1 - first);
            }
            while (steps-- > 0) Collect(text, words, first, path[steps], free, hits);
        }
        return hits;
    }

    private void Collect(string text, ReadOnlySpan<Word> words, int first, (int Node, int Depth) end, Span<int> free, List<CueHit> hits)
    {
        foreach (var index in endings[end.Node])
        {
            var phrase = phrases[index];
            if (first < free[phrase.List] || (phrase.Opens && !words[first].Is(WordMarks.First)) || !Spells(text, words.Slice(first, end.Depth), phrase)) continue;
            free[phrase.List] = first + end.Depth;
            hits.Add(new(phrase.List, index, first, end.Depth));
        }
    }

    /// <summary>Hashes may collide, letters do not.</summary>
    private static bool Spells(string text, ReadOnlySpan<Word> words, CuePhrase phrase)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Folding.Matches(text.AsSpan(words[i].Start, words[i].Length), phrase.Words[i])) return false;
        }
        return true;
    }

    private int Next(int node, ulong hash)
    {
        var key = Key(node, hash);
        for (var slot = (int)key & mask; nodes[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key) return nodes[slot];
        }
        return 0;
    }

    private static ulong Key(int node, ulong hash)
    {
        var key = (hash ^ ((ulong)(uint)node * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        return key ^ (key >> 32);
    }
}
