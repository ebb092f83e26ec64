using System.Text.Json;
using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.DrawFiles;

/// <summary>
/// One JSON object whose <c>posterior</c>, <c>coords</c> and <c>dims</c> are the arguments of ArviZ's <c>from_dict</c>: <c>posterior.weight</c> is chains × draws ×
/// properties. <c>attributes</c> tells whose draws they are.
/// </summary>
public sealed class ArvizJson : IDrawFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Description => "one JSON object with the arguments of ArviZ's from_dict";

    /// <inheritdoc/>
    public IEnumerable<(string Suffix, Action<TextWriter> Write)> Files(SampledFit fit, Provenance provenance) => [(".json", output => Write(output, fit, provenance))];

    private static void Write(TextWriter output, SampledFit fit, Provenance provenance)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("attributes");
            json.WriteString("judge", fit.Fit.Subject.Judge);
            json.WriteString("group", fit.Fit.Subject.Group);
            json.WriteString("annotator", fit.Fit.Subject.Annotator.Id);
            json.WriteString("prior", fit.Fit.Options.Prior);
            json.WriteString("data", fit.Fit.DataHash.ToString());
            json.WriteString("version", provenance.Version);
            json.WriteEndObject();
            json.WriteStartObject("coords");
            WriteNames(json, fit.Draws.Properties, "property");
            json.WriteEndObject();
            json.WriteStartObject("dims");
            WriteNames(json, ["property"], "weight");
            json.WriteEndObject();
            json.WriteStartObject("posterior");
            WriteDraws(json, fit.Draws);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.Write(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        output.Write('\n');
    }

    private static void WriteNames(Utf8JsonWriter json, IEnumerable<string> names, string field)
    {
        json.WriteStartArray(field);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteDraws(Utf8JsonWriter json, FitDraws draws)
    {
        json.WriteStartArray("weight");
        for (var chain = 0; chain < draws.Chains; chain++)
        {
            json.WriteStartArray();
            for (var draw = 0; draw < draws.DrawsPerChain; draw++)
            {
                json.WriteStartArray();
                foreach (var weight in draws.Draw(chain * draws.DrawsPerChain + draw)) json.WriteNumberValue(weight);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
