namespace Prefdissect.Figures.Drawing;

/// <summary>Where a mark or a name may lead.</summary>
internal static class Link
{
    /// <summary>Lets through only what stays on the same site: it begins with a question mark, a slash or a number sign.</summary>
    /// <param name="href">The link; none where null.</param>
    /// <param name="where">What carries it, for the message.</param>
    /// <exception cref="ArgumentException">It begins with something else, or with two slashes, or holds a control character, white space or a backslash.</exception>
    public static void Check(string? href, string where)
    {
        if (href is null)
            return;
        var isRelative = href.StartsWith('?') || href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal));
        if (!isRelative || href.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c == '\\'))
            throw new ArgumentException($"{where} links to '{SafeText.OneLine(href)}'; a link begins with '?', '#' or one '/', and holds no space, backslash or control character.");
    }
}
