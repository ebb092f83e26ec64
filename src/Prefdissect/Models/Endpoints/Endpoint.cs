namespace Prefdissect.Models.Endpoints;

/// <summary>A model on a server: where it is, what it is called there, and how it may be asked.</summary>
public sealed record Endpoint
{
    /// <summary>Kind of server.</summary>
    public required EndpointKind Kind { get; init; }

    /// <summary>Address before <c>/chat/completions</c>: <c>http://localhost:8000/v1</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The model's name on the server.</summary>
    public required string Model { get; init; }

    /// <summary>Where the key comes from.</summary>
    public KeySource Key { get; init; } = KeySource.None;

    /// <summary>Whether its key may travel unencrypted to another machine, because its owner said so.</summary>
    public bool AllowsPlainHttp { get; init; }

    /// <summary>Value of <c>api-version</c> in the address, for Azure's deployments by path.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>How fast and how long it may be asked.</summary>
    public EndpointLimits Limits { get; init; } = new();

    /// <summary>Name of the request's field that bounds the answer: <c>max_tokens</c> or <c>max_completion_tokens</c>.</summary>
    public string MaxTokensField { get; init; } = "max_tokens";

    /// <summary>The address without its last <c>/v1</c>: where a server's own paths, such as <c>/props</c>, begin.</summary>
    public Uri Root
    {
        get
        {
            var text = BaseUrl.AbsoluteUri.TrimEnd('/');
            return new Uri((text.EndsWith("/v1", StringComparison.Ordinal) ? text[..^3] : text) + "/");
        }
    }

    /// <summary>
    /// Reads the key. It does not travel unencrypted to another machine unless its owner allowed that: one that is needed is then refused, one that is not needed is left out.
    /// </summary>
    /// <param name="environment">Gives the value of an environment variable, or <see langword="null"/>.</param>
    /// <exception cref="ModelSettingsException">A needed key is missing, cannot be a key, or may not be sent to this address. The message does not show it.</exception>
    public EndpointKey ReadKey(Func<string, string?> environment)
    {
        var key = Key.Read(environment);
        if (key is null || BaseUrl.Scheme == Uri.UriSchemeHttps || BaseUrl.IsLoopback) return new EndpointKey(key, null);
        var travels = $"{BaseUrl.Scheme}://{BaseUrl.Authority} is another machine and not encrypted: whoever is between could read the key";
        if (AllowsPlainHttp) return new EndpointKey(key, $"{travels}. It is sent, because plain-http: allow says so.");
        if (!Key.IsNeeded) return new EndpointKey(null, $"{travels} in {Key.Variable}. It is not sent. If the server wants it, use https, or write plain-http: allow under the model in {ModelsFile.FileName}.");
        throw new ModelSettingsException($"{travels}. Nothing was sent. Use https, or a tunnel to localhost; or, on a network that you trust, write plain-http: allow under the model in {ModelsFile.FileName}.");
    }

    /// <summary>
    /// An endpoint with the defaults of its kind.
    /// </summary>
    /// <param name="model">The model's name on the server.</param>
    /// <param name="baseUrl">Its address, with <c>?api-version=…</c> and no other query behind it, or <see langword="null"/> for where such a server usually is.</param>
    /// <param name="kind">Its kind, or <see langword="null"/> for the one that the address tells; without an address OpenAI's.</param>
    /// <exception cref="ModelSettingsException">The address is missing or no http address, or the model has no name.</exception>
    public static Endpoint Of(string model, string? baseUrl = null, EndpointKind? kind = null)
    {
        if (string.IsNullOrWhiteSpace(model)) throw new ModelSettingsException("The model has no name. Say which with --model NAME.");
        var (address, version) = baseUrl is null ? (null, null) : ParseAddress(baseUrl);
        var defaults = EndpointDefaults.Of(kind ?? (address is null ? EndpointKind.OpenAi : EndpointDefaults.Recognise(address)));
        return new Endpoint
        {
            Kind = defaults.Kind,
            BaseUrl = address ?? defaults.BaseUrl ?? throw new ModelSettingsException($"An endpoint of kind {defaults.Name} has no usual address. Say where it is with --base-url URL."),
            Model = model,
            ApiVersion = version,
            Key = defaults.KeyVariable is null ? KeySource.None : KeySource.FromEnvironment(defaults.KeyVariable, defaults.NeedsKey),
            MaxTokensField = defaults.MaxTokensField,
            Limits = new EndpointLimits { Concurrency = defaults.Concurrency, TimeLimit = defaults.TimeLimit },
        };
    }

    private static (Uri? Address, string? Version) ParseAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new ModelSettingsException($"'{text.Split('?')[0]}' is not the address of a server. Expected something like http://localhost:8000/v1.");
        }
        if (address.UserInfo.Length > 0) throw new ModelSettingsException("An address may not hold a user name or a password. Give the key by its environment variable or a key file.");
        var path = new Uri(address.GetLeftPart(UriPartial.Path));
        // What stands there may be a key: it is not repeated.
        return (address.Query.TrimStart('?').Split('=', 2), address.Fragment) switch
        {
            ([""], "") => (path, null),
            (["api-version", { Length: > 0 } version], "") when !version.Contains('&', StringComparison.Ordinal) => (path, Uri.UnescapeDataString(version)),
            _ => throw new ModelSettingsException(
                $"The address {path} has something behind it that is no part of an address. Only ?api-version=… may stand there (or api-version in {ModelsFile.FileName}); give a key by its environment variable or a key file."),
        };
    }
}
