namespace Prefdissect.Simulating;

/// <summary>Sentence case.</summary>
internal static class Capitals
{
    /// <summary>The text with a capital first letter.</summary>
    public static string First(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        from.CopyTo(letters);
        letters[0] = char.ToUpperInvariant(letters[0]);
    });
}
