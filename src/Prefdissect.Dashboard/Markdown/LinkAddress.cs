namespace Prefdissect.Dashboard.Markdown;

/// <summary>Which addresses of a hostile text may become links: absolute ones of the web and of mail, so that none runs anything or leads into this server's own pages.</summary>
internal static class LinkAddress
{
    private const int Longest = 2000;

    /// <summary>The address as it is written into the page; <see langword="null"/> where it may not be a link.</summary>
    /// <param name="address">The address with entities already read.</param>
    public static string? Allowed(string? address)
    {
        // Browsers drop tabs, line ends and what stands before the scheme; whoever writes them there hides something.
        if (address is null || address.Length > Longest || address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))) return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var parsed) && IsAllowed(parsed, address) ? parsed.AbsoluteUri : null;
    }

    private static bool IsAllowed(Uri parsed, string address) => parsed.Scheme switch
    {
        "http" or "https" => address.StartsWith(parsed.Scheme + "://", StringComparison.OrdinalIgnoreCase) && parsed.Host.Length > 0 && parsed.UserInfo.Length == 0,
        "mailto" => address.Length > "mailto:".Length,
        _ => false,
    };
}
