using System.Runtime.InteropServices;

namespace Prefdissect.Simulating;

/// <summary>Misspells words: a known slip where the list has one, else two inner letters exchanged.</summary>
internal sealed class SlipPlanter(IEnumerable<string> slips)
{
    private const int ShortestMangled = 5;
    private readonly Dictionary<string, string> known = slips.Select(line => line.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>Misspells words in the sentences, each word at most once; the number of words does not change.</summary>
    /// <exception cref="InvalidOperationException">There are not so many words that can be misspelt.</exception>
    public void Plant(Span<string> sentences, int count, ref DeterministicRandom random)
    {
        if (count == 0) return;
        var words = new string[sentences.Length][];
        var places = new List<(int Sentence, int Word)>();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = sentences[i].Split(' ');
            for (var j = 0; j < words[i].Length; j++)
            {
                if (CanSlip(words[i][j])) places.Add((i, j));
            }
        }
        if (places.Count < count) throw new InvalidOperationException($"{count} slips asked for where only {places.Count} words can be misspelt.");
        foreach (var index in random.Choose(count, places.Count))
        {
            var (sentence, word) = places[index];
            words[sentence][word] = Misspelt(words[sentence][word], ref random);
        }
        for (var i = 0; i < words.Length; i++) sentences[i] = string.Join(' ', words[i]);
    }

    /// <summary>How many words of the sentences can be misspelt.</summary>
    public int Candidates(List<string> sentences, int from)
    {
        var count = 0;
        foreach (var sentence in CollectionsMarshal.AsSpan(sentences)[from..]) count += sentence.Split(' ').Count(CanSlip);
        return count;
    }

    private bool CanSlip(string word) => known.ContainsKey(word) || (word.Length >= ShortestMangled && !word.AsSpan().ContainsAnyExceptInRange('a', 'z')
        && word.AsSpan(1, word.Length - 2).ContainsAnyExcept(word[1]));

    private string Misspelt(string word, ref DeterministicRandom random)
    {
        if (known.TryGetValue(word, out var slip)) return slip;
        var letters = word.ToCharArray();
        var swaps = Enumerable.Range(1, word.Length - 3).Where(i => word[i] != word[i + 1]).ToArray();
        var at = random.Pick(swaps);
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }
}
