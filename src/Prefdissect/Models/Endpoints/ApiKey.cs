using System.Text;

namespace Prefdissect.Models.Endpoints;

/// <summary>A secret key. It shows itself nowhere: not as text, not in a debugger, not in JSON, not in an exception.</summary>
[System.Diagnostics.DebuggerDisplay("***")]
public sealed class ApiKey
{
    internal const int MostLength = 4096;

    private const int ShortestPiece = 6;

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    private readonly string secret;

    private ApiKey(string secret) => this.secret = secret;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>
    /// The text with every piece of the key of six characters or more replaced: a server may repeat the key in its error messages, or its head and tail.
    /// </summary>
    public string Redact(string text)
    {
        var piece = Math.Min(ShortestPiece, secret.Length);
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            while (i + length + piece <= text.Length && secret.AsSpan().Contains(text.AsSpan(i + length, piece), StringComparison.OrdinalIgnoreCase)) length++;
            builder.Append(length > 0 ? "***" : text[i].ToString());
            i += length > 0 ? length + piece - 1 : 1;
        }
        return builder.ToString();
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
