using System.Globalization;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a model is asked with, apart from the texts: a change of it is another way of asking.</summary>
internal static class AskedSettings
{
    /// <summary>Name of a setting → its value.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">The parameters of a request; the model's own stand before them.</param>
    public static SortedDictionary<string, string> Of(NamedModel model, RequestParameters asked)
    {
        var parameters = model.Parameters.Apply(asked);
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind of server"] = EndpointDefaults.Of(model.Endpoint.Kind).Name,
            ["model"] = model.Endpoint.Model,
        };
        void Add(string name, IFormattable? value)
        {
            if (value is not null) settings[name] = value.ToString(null, CultureInfo.InvariantCulture);
        }
        Add("temperature", parameters.Temperature);
        Add("top-p", parameters.TopP);
        Add("max-tokens", parameters.MaxTokens);
        Add("seed", parameters.Seed);
        foreach (var (name, json) in parameters.Extra) settings[name] = json;
        return settings;
    }
}
