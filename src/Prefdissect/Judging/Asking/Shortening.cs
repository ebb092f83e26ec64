using System.Globalization;

namespace Prefdissect.Judging.Asking;

/// <summary>Leaves out the middle of a response that is too long for a judge: its beginning and its end say most about it.</summary>
/// <param name="Text">What is left, with a line in the middle that says how much is missing.</param>
/// <param name="LeftOut">Characters left out.</param>
public sealed record Shortening(string Text, int LeftOut)
{
    /// <summary>Shares of a response to keep, tried one after the other until a pair fits.</summary>
    public static IReadOnlyList<double> Shares { get; } = [1, 0.75, 0.5, 0.35, 0.25, 0.17, 0.12, 0.08, 0.05];

    /// <summary>A text of which a share is kept, half at its beginning and half at its end; no character is cut in two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="share">From 0 to 1.</param>
    public static Shortening Of(string text, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        var half = (int)(Math.Min(share, 1) * text.Length / 2);
        if (share >= 1 || text.Length < 2) return new Shortening(text, 0);
        var (head, tail) = (half, text.Length - half);
        if (head > 0 && char.IsHighSurrogate(text[head - 1])) head--;
        if (tail < text.Length && char.IsLowSurrogate(text[tail])) tail++;
        return new Shortening(string.Create(CultureInfo.InvariantCulture, $"{text[..head]}\n[… {tail - head} characters left out …]\n{text[tail..]}"), tail - head);
    }
}
