using System.Text;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Costs;

/// <summary>
/// How many tokens a text has, guessed without the model's tokenizer: a word of Latin letters is one token for every six letters begun, up to three digits are one,
/// every other sign is one, a Chinese, Japanese or Korean character is one, another letter outside ASCII half. English prose comes out at about 1.3 tokens a word.
/// </summary>
public static class TokenEstimate
{
    // What a chat's template puts around a message.
    private const int PerMessage = 5;

    /// <summary>Tokens of a text.</summary>
    public static int Of(string text)
    {
        var (tokens, letters, digits, halves) = (0L, 0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetter(rune))
            {
                if (letters++ % 6 == 0) tokens++;
                digits = 0;
                continue;
            }
            letters = 0;
            if (rune.IsAscii && Rune.IsDigit(rune))
            {
                if (digits++ % 3 == 0) tokens++;
                continue;
            }
            digits = 0;
            // A single space goes with the word after it.
            if (rune.Value == ' ') continue;
            if (Rune.IsLetter(rune) && rune.Value is < 0x2E80 or (> 0xD7FF and < 0xF900))
            {
                if (halves++ % 2 == 0) tokens++;
                continue;
            }
            tokens += rune.Value > 0xFFFF ? 2 : 1;
        }
        return (int)Math.Min(tokens, int.MaxValue);
    }

    /// <summary>Tokens sent with a request.</summary>
    public static int Of(ModelRequest request) => request.Texts.Sum(text => Of(text) + PerMessage) + (request.Schema is { } schema ? Of(schema.Json) : 0);
}
