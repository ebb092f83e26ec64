using System.Globalization;

namespace Prefdissect.Judging.Asking;

/// <summary>A token that stands for a letter.</summary>
/// <param name="Id">Its number in the model's vocabulary.</param>
/// <param name="Text">How the letter is written with it: <c>"A"</c>, or <c>" A"</c> with the space before it.</param>
public sealed record LetterToken(int Id, string Text)
{
    /// <summary>As it is kept with a judge: <c>317 ' A'</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} '{Text}'");

    /// <summary>Back from <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException"><paramref name="kept"/> is no such text.</exception>
    public static LetterToken Parse(string kept)
    {
        var parts = kept.Split(' ', 2);
        if (parts is not [var id, ['\'', .., '\'']] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw new FormatException($"'{kept}' is no token of a letter.");
        return new LetterToken(number, parts[1][1..^1]);
    }
}
