namespace Prefdissect.Models.Endpoints;

/// <summary>A secret key. It shows itself nowhere: not as text, not in a debugger, not in JSON, not in an exception.</summary>
[System.Diagnostics.DebuggerDisplay("***")]
public sealed class ApiKey
{
    internal const int MostLength = 4096;

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    private readonly string secret;

    private ApiKey(string secret) => this.secret = secret;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>The text with every occurrence of the key replaced: a server may repeat the key in its error messages.</summary>
    public string Redact(string text)
    {
        var redacted = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        // Some servers show the head and the tail of a key: eight characters in a row are already more than should be seen.
        for (var start = 0; secret.Length >= 16 && start + 8 <= secret.Length; start += 4)
        {
            redacted = redacted.Replace(secret.Substring(start, 8), "***", StringComparison.OrdinalIgnoreCase);
        }
        return redacted;
    }

    internal static ApiKey Of(string text, string where)
    {
        var secret = text.Trim();
        if (secret.Length == 0) throw new ModelSettingsException($"There is no key in {where}: it is empty.");
        if (secret.Length > MostLength || secret.Any(c => c is <= ' ' or > '~'))
        {
            throw new ModelSettingsException($"What stands in {where} cannot be a key: it is too long, or holds spaces, line ends or characters outside ASCII. It must hold the key and nothing else.");
        }
        return new ApiKey(secret);
    }

    internal string Reveal() => secret;
}
