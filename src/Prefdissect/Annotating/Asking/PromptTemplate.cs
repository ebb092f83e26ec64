using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Prefdissect.Annotating.Asking;

/// <summary>
/// A prompt with placeholders such as <c>{prompt}</c>. Only known placeholders are replaced, all in one pass, so that braces of JSON stay and nothing inside an inserted
/// text is ever taken for a placeholder.
/// </summary>
public sealed partial class PromptTemplate
{
    private readonly string text;

    /// <summary>A template.</summary>
    /// <param name="name">Its name, such as <c>errors.pair</c>.</param>
    /// <param name="text">Its text.</param>
    public PromptTemplate(string name, string text)
    {
        (Name, this.text) = (name, text.ReplaceLineEndings("\n").Trim('\n'));
        Placeholders = Placeholder().Matches(this.text).Select(match => match.Groups[1].Value).Where(Known.Contains).ToHashSet(StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(this.text)))[..8];
    }

    /// <summary>The placeholders that a template may have; other words in braces are plain text.</summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "prompt", "response", "response_1", "response_2", "reference", "characteristics", "questions_str", "output_format_str", "fence", "scenarios",
    };

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The known placeholders that stand in it.</summary>
    public IReadOnlySet<string> Placeholders { get; }

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of its text.</summary>
    public string Version { get; }

    /// <summary>The text with its placeholders replaced.</summary>
    /// <exception cref="ArgumentException">A known placeholder of the template has no value.</exception>
    public string Render(IReadOnlyDictionary<string, string> values) => Placeholder().Replace(text, match =>
        !Known.Contains(match.Groups[1].Value) ? match.Value
        : values.TryGetValue(match.Groups[1].Value, out var value) ? value
        : throw new ArgumentException($"There is no value for {match.Value} in the prompt '{Name}'.", nameof(values)));

    [GeneratedRegex(@"\{([a-z_0-9]+)\}")]
    private static partial Regex Placeholder();
}
