using System.Globalization;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Fencing;

/// <summary>
/// Marks where texts that nobody vouches for begin and end in a prompt, by a delimiter that their authors could not know: the first 16 hexadecimal digits of a SHA-256 over the prompt's
/// version, the step, the query and the responses, sorted. So the same pair has the same delimiter in both orders and on every machine, and stored answers are found again.
/// </summary>
public sealed record Fence
{
    private const int Digits = 16;

    private Fence(string delimiter) => Delimiter = delimiter;

    /// <summary>16 lower-case hexadecimal digits that stand in none of the texts.</summary>
    public string Delimiter { get; }

    /// <summary>The fence for texts.</summary>
    /// <param name="promptVersion">Version of the prompt.</param>
    /// <param name="step">The step that asks.</param>
    /// <param name="query">The query, even where the prompt does not show it.</param>
    /// <param name="responses">The responses, in any order.</param>
    /// <param name="others">Further texts that the prompt shows, such as a reference: the delimiter stands in none of them either.</param>
    public static Fence For(string promptVersion, string step, string query, IEnumerable<string> responses, params IReadOnlyList<string> others)
    {
        string[] texts = [query, .. responses.Order(StringComparer.Ordinal)];
        for (var counter = 0; ; counter++)
        {
            var delimiter = ContentHash.Of("fence", [promptVersion, step, .. texts, .. counter == 0 ? [] : new[] { counter.ToString(CultureInfo.InvariantCulture) }]).ToString()[..Digits];
            if (!texts.Concat(others).Any(text => text.Contains(delimiter, StringComparison.OrdinalIgnoreCase))) return new Fence(delimiter);
        }
    }

    /// <summary>The text between its marks, each on a line of its own; not a character of it is changed.</summary>
    /// <param name="label">What it is, in words of the prompt: <c>RESPONSE 1</c>.</param>
    /// <param name="text">The text.</param>
    public string Enclose(string label, string text) => $"[{Delimiter} BEGIN {label}]\n{text}\n[{Delimiter} END {label}]";
}
