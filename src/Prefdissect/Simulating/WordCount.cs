namespace Prefdissect.Simulating;

/// <summary>Length in words: runs of characters between white space.</summary>
internal static class WordCount
{
    /// <summary>The number of words of a text.</summary>
    public static int Of(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var character in text)
        {
            var white = char.IsWhiteSpace(character);
            if (!white && !inside) words++;
            inside = !white;
        }
        return words;
    }
}
