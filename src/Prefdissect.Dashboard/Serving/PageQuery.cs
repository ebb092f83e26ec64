using System.Text;
using Microsoft.AspNetCore.Http;

namespace Prefdissect.Dashboard.Serving;

/// <summary>The state of a page as its address says it: names with one or several values. Every view is made from this alone, so a link reproduces it.</summary>
public sealed class PageQuery
{
    private const int LongestValue = 2000;
    private readonly IReadOnlyList<KeyValuePair<string, string>> values;

    private PageQuery(IEnumerable<KeyValuePair<string, string>> values)
    {
        this.values = [.. values];
    }

    /// <summary>A page without choices.</summary>
    public static PageQuery Empty { get; } = new([]);

    /// <summary>The state in a request's address. Values that are empty count as absent, very long ones are cut.</summary>
    public static PageQuery Of(IQueryCollection query) => new(
        query.SelectMany(entry => entry.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(entry.Key, Cut(value!)))));

    /// <summary>The one value of a name; <see langword="null"/> where there is none.</summary>
    public string? One(string name) => values.LastOrDefault(entry => entry.Key == name).Value;

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => [.. values.Where(entry => entry.Key == name).Select(entry => entry.Value)];

    /// <summary>One of some known words; the first of them where the address says none or another.</summary>
    public string Word(string name, params IReadOnlyList<string> known) => One(name) is { } value && known.Contains(value) ? value : known[0];

    /// <summary>The same state with other values for a name; none takes the name away.</summary>
    public PageQuery With(string name, params IReadOnlyList<string?> others) => new(
        values.Where(entry => entry.Key != name).Concat(others.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(name, value!))));

    /// <summary>The same state without some names.</summary>
    public PageQuery Without(params IReadOnlyList<string> names) => new(values.Where(entry => !names.Contains(entry.Key)));

    /// <summary>As the end of an address: empty, or from the question mark on.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in values) text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    /// <summary>As a link to the same page: <c>?…</c> always, so that no choice is a link too.</summary>
    public string ToLink() => ToString() is { Length: > 0 } text ? text : "?";

    /// <summary>The entries, for the hidden fields of a form.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries => values;

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue];
}
