namespace Prefdissect.Models.Requests;

/// <summary>Parameters that a model's settings put in place of those of every request.</summary>
public sealed record ParameterOverrides
{
    /// <summary>Leave the temperature out: some models refuse any.</summary>
    public bool OmitTemperature { get; init; }

    /// <summary>Spread of the sampling.</summary>
    public double? Temperature { get; init; }

    /// <summary>Share of probability mass to sample from.</summary>
    public double? TopP { get; init; }

    /// <summary>Longest answer in tokens.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Seed of the sampling.</summary>
    public int? Seed { get; init; }

    /// <summary>Further fields of the body by name, each a JSON value.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters with these in place of theirs.</summary>
    public RequestParameters Apply(RequestParameters parameters) => parameters with
    {
        Temperature = OmitTemperature ? null : Temperature ?? parameters.Temperature,
        TopP = TopP ?? parameters.TopP,
        MaxTokens = MaxTokens ?? parameters.MaxTokens,
        Seed = Seed ?? parameters.Seed,
        Extra = Extra.Count == 0 ? parameters.Extra : parameters.Extra.Concat(Extra).GroupBy(field => field.Key).ToDictionary(fields => fields.Key, fields => fields.Last().Value),
    };
}
