using System.Text.Json;
using System.Text.RegularExpressions;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Costs;

/// <summary>Prices by model: those that come with the program, and the user's before them.</summary>
public sealed partial class PriceTable
{
    private static readonly Lazy<PriceTable> Embedded = new(ReadEmbedded);

    private readonly IReadOnlyDictionary<string, TokenPrice> prices;

    private PriceTable(IReadOnlyDictionary<string, TokenPrice> prices, string asOf) => (this.prices, AsOf) = (prices, asOf);

    /// <summary>The prices that come with the program.</summary>
    public static PriceTable Known => Embedded.Value;

    /// <summary>Month for which the program's own prices are meant, <c>2025-09</c>; they are unchecked defaults.</summary>
    public string AsOf { get; }

    /// <summary>The table with other prices before its own.</summary>
    public PriceTable With(IReadOnlyDictionary<string, TokenPrice> others)
    {
        var merged = new Dictionary<string, TokenPrice>(prices);
        foreach (var (model, price) in others) merged[model] = price;
        return new PriceTable(merged, AsOf);
    }

    /// <summary>
    /// What a model's tokens cost: as its settings say, else nothing on the user's own machine, else as the table says for its name, with or without its maker
    /// (<c>openai/</c>) and its date (<c>-2024-08-06</c>); <see langword="null"/> where nobody knows.
    /// </summary>
    public TokenPrice? Of(NamedModel model) => model.Price ?? ByName(model.Endpoint.Model) ?? (EndpointDefaults.Of(model.Endpoint.Kind).IsLocal ? TokenPrice.Free : null);

    private TokenPrice? ByName(string model)
    {
        var undated = Date().Replace(model, "");
        return prices.GetValueOrDefault(model) ?? prices.GetValueOrDefault(undated) ?? prices.GetValueOrDefault(undated[(undated.LastIndexOf('/') + 1)..]);
    }

    private static PriceTable ReadEmbedded()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("Prefdissect.Models.Costs.prices.json")!;
        using var document = JsonDocument.Parse(stream);
        var batch = document.RootElement.GetProperty("batch").GetDouble();
        var models = document.RootElement.GetProperty("models").EnumerateObject().ToDictionary(model => model.Name, model =>
        {
            var input = model.Value.GetProperty("input").GetDouble();
            return new TokenPrice(input, model.Value.GetProperty("output").GetDouble(), model.Value.Field("cached")?.GetDouble() ?? input) { BatchFactor = batch };
        });
        return new PriceTable(models, document.RootElement.GetProperty("asOf").GetString()!);
    }

    [GeneratedRegex(@"-(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4}|latest)$")]
    private static partial Regex Date();
}
