using Prefdissect.Models.Costs;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Endpoints;

/// <summary>The named models and prices of a <c>prefdissect.yaml</c>. Keys are only named there, never held.</summary>
public sealed class ModelsFile
{
    private ModelsFile(IReadOnlyDictionary<string, NamedModel> models, IReadOnlyDictionary<string, TokenPrice> prices)
    {
        Models = models;
        Prices = prices;
    }

    /// <summary>Usual name of the file, in the working folder.</summary>
    public const string FileName = "prefdissect.yaml";

    /// <summary>No models and no prices.</summary>
    public static ModelsFile Empty { get; } = new(new Dictionary<string, NamedModel>(), new Dictionary<string, TokenPrice>());

    /// <summary>The models by the names given to them.</summary>
    public IReadOnlyDictionary<string, NamedModel> Models { get; }

    /// <summary>Prices by model, which stand before those that come with the program.</summary>
    public IReadOnlyDictionary<string, TokenPrice> Prices { get; }

    /// <summary>Reads the file, or gives <see cref="Empty"/> where there is none.</summary>
    /// <exception cref="ModelSettingsException">The file cannot be read or says something that cannot be used.</exception>
    public static ModelsFile ReadIfThere(string path) => File.Exists(path) ? Parse(File.ReadAllText(path), path) : Empty;

    /// <summary>Reads settings from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">The file's path: errors name it, and a key file is looked for beside it.</param>
    /// <exception cref="ModelSettingsException">The text is not YAML or says something that cannot be used.</exception>
    public static ModelsFile Parse(string text, string path)
    {
        var root = SettingsNode.Root(text, path);
        if (root is null) return Empty;
        root.AllowOnly("models", "prices");
        var models = new Dictionary<string, NamedModel>();
        foreach (var (name, node) in root.Children("models")) models.Add(name, ReadModel(name, node, path));
        var prices = new Dictionary<string, TokenPrice>();
        foreach (var (name, node) in root.Children("prices")) prices.Add(name, ReadPrice(node));
        return new ModelsFile(models, prices);
    }

    /// <summary>The model of that name; where there is none, an endpoint with the defaults, on which <paramref name="name"/> is the model's own name.</summary>
    /// <param name="name">A name of this file or a model's name on the server.</param>
    /// <param name="baseUrl">An address that replaces the one of the settings, or <see langword="null"/>.</param>
    /// <exception cref="ModelSettingsException">The address cannot be used, or there is none.</exception>
    public NamedModel Find(string name, string? baseUrl = null)
    {
        if (!Models.TryGetValue(name, out var model)) return new NamedModel(name, Endpoint.Of(name, baseUrl), new ParameterOverrides(), null);
        if (baseUrl is null) return model;
        var elsewhere = Endpoint.Of(name, baseUrl);
        return model with { Endpoint = model.Endpoint with { BaseUrl = elsewhere.BaseUrl, ApiVersion = elsewhere.ApiVersion ?? model.Endpoint.ApiVersion } };
    }

    private static NamedModel ReadModel(string name, SettingsNode node, string path)
    {
        if (node.Has("api-key") || node.Has("key")) throw node.Wrong("api-key", "a key may not stand in this file", "Put it into an environment variable and name that with api-key-env, or into a file and name that with api-key-file.");
        node.AllowOnly("kind", "base-url", "model", "api-key-env", "api-key-file", "plain-http", "api-version", "max-tokens-field", "limits", "prices", "parameters");
        var kind = node.Text("kind") is { } kindName
            ? (EndpointDefaults.Named(kindName) ?? throw node.Wrong("kind", $"'{kindName}' is no kind of endpoint", $"Expected one of {string.Join(", ", EndpointDefaults.All.Select(known => known.Name))}.")).Kind
            : (EndpointKind?)null;
        Endpoint endpoint;
        try
        {
            endpoint = Endpoint.Of(node.Text("model") ?? name, node.Text("base-url"), kind);
        }
        catch (ModelSettingsException error)
        {
            throw node.Wrong("base-url", error.Message, "");
        }
        endpoint = endpoint with
        {
            ApiVersion = node.Text("api-version") ?? endpoint.ApiVersion,
            AllowsPlainHttp = node.Text("plain-http") switch
            {
                null => false,
                "allow" => true,
                var other => throw node.Wrong("plain-http", $"it is '{other}'", "Expected allow: the key may travel unencrypted to this server."),
            },
            MaxTokensField = node.Text("max-tokens-field") ?? endpoint.MaxTokensField,
            Key = ReadKey(node, path) ?? endpoint.Key,
            Limits = node.Child("limits") is { } limits ? ReadLimits(limits, endpoint.Limits) : endpoint.Limits,
        };
        return new NamedModel(name, endpoint, node.Child("parameters") is { } parameters ? ReadParameters(parameters) : new(), node.Child("prices") is { } price ? ReadPrice(price) : null);
    }

    private static KeySource? ReadKey(SettingsNode node, string path)
    {
        var (variable, file) = (node.Text("api-key-env"), node.Text("api-key-file"));
        if (variable is not null && file is not null) throw node.Wrong("api-key-file", "there is api-key-env too", "Keep one of them.");
        if (variable is not null && !variable.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw node.Wrong("api-key-env", "this is no name of an environment variable", "Write the variable's name here, such as OPENAI_API_KEY, not the key.");
        }
        if (variable is not null) return KeySource.FromEnvironment(variable, isNeeded: true);
        return file is null ? null : KeySource.FromFile(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file));
    }

    private static EndpointLimits ReadLimits(SettingsNode node, EndpointLimits defaults)
    {
        node.AllowOnly("concurrency", "requests-per-minute", "tokens-per-minute", "timeout-seconds", "retries", "longest-pause-seconds", "largest-answer-kb");
        var concurrency = node.Whole("concurrency", 1, 10_000);
        return new EndpointLimits
        {
            Concurrency = concurrency ?? defaults.Concurrency,
            IsConcurrencyChosen = concurrency is not null,
            RequestsPerMinute = node.Whole("requests-per-minute", 1, 10_000_000),
            TokensPerMinute = node.Whole("tokens-per-minute", 1, 2_000_000_000),
            TimeLimit = node.Whole("timeout-seconds", 1, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.TimeLimit,
            Retries = node.Whole("retries", 0, 100) ?? defaults.Retries,
            LongestPause = node.Whole("longest-pause-seconds", 1, 3600) is { } pause ? TimeSpan.FromSeconds(pause) : defaults.LongestPause,
            LargestAnswer = node.Whole("largest-answer-kb", 1, 1_000_000) is { } size ? size * 1024 : defaults.LargestAnswer,
        };
    }

    private static TokenPrice ReadPrice(SettingsNode node)
    {
        node.AllowOnly("input", "output", "cached", "batch");
        var input = node.Number("input", 0, 1e6) ?? throw node.Wrong("input", "it is missing", "Expected the price of a million tokens sent, in US dollars.");
        var output = node.Number("output", 0, 1e6) ?? throw node.Wrong("output", "it is missing", "Expected the price of a million tokens received, in US dollars.");
        return new TokenPrice(input, output, node.Number("cached", 0, 1e6) ?? input) { BatchFactor = node.Number("batch", 0, 1) ?? 1 };
    }

    private static ParameterOverrides ReadParameters(SettingsNode node)
    {
        var known = new[] { "temperature", "top-p", "max-tokens", "seed" };
        return new ParameterOverrides
        {
            // `temperature: none` leaves the field out, for models that refuse it.
            OmitTemperature = node.Text("temperature") is "none",
            Temperature = node.Text("temperature") is "none" ? null : node.Number("temperature", 0, 100),
            TopP = node.Number("top-p", 0, 1),
            MaxTokens = node.Whole("max-tokens", 1, 10_000_000),
            Seed = node.Whole("seed", 0, int.MaxValue),
            Extra = node.Keys.Except(known).ToDictionary(key => key, node.Json),
        };
    }
}
