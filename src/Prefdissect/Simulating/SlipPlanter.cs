namespace Prefdissect.Simulating;

/// <summary>Misspells words: a known slip where the list has one, else two inner letters exchanged.</summary>
internal sealed class SlipPlanter(IEnumerable<string> slips)
{
    private const int ShortestMangled = 5;
    private readonly Dictionary<string, string> known = slips.Select(line => line.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>Misspells words in the sentences, each word at most once; the number of words does not change.</summary>
    /// <exception cref="InvalidOperationException">There are not so many words that can be misspelt.</exception>
    public void Plant(List<string> sentences, int count, ref DeterministicRandom random)
    {
        if (count == 0) return;
        var words = sentences.Select(sentence => sentence.Split(' ')).ToArray();
        var places = new List<(int Sentence, int Word)>();
        for (var i = 0; i < words.Length; i++)
        {
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

    /// <summary>How many words of a sentence can be misspelt.</summary>
    public int Candidates(string sentence) => sentence.Split(' ').Count(CanSlip);

    private bool CanSlip(string word) => known.ContainsKey(word) || (word.Length >= ShortestMangled && word.All(char.IsAsciiLetterLower) && Swaps(word).Any());

    private string Misspelt(string word, ref DeterministicRandom random)
    {
        if (known.TryGetValue(word, out var slip)) return slip;
        var letters = word.ToCharArray();
        var at = random.Pick(Swaps(word).ToArray());
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }

    private static IEnumerable<int> Swaps(string word) => Enumerable.Range(1, word.Length - 3).Where(i => word[i] != word[i + 1]);
}
