using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prefdissect.Annotating;
using Prefdissect.Properties;
using Prefdissect.Scripted;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Workflows.Asking;

/// <summary>Answers the step <c>query-free</c> with what the simulator planted in the responses that the prompt shows, and leaves the others to chance.</summary>
internal sealed partial class PlantedAnswers
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, double>> levels = new(StringComparer.Ordinal);

    public PlantedAnswers(Study study)
    {
        var (ratings, texts) = (new RatingReader(study, AnnotatorIdentity.Planted), new AnnotationReader(study, AnnotatorIdentity.Planted));
        foreach (var (id, rated) in ratings.Pairs())
        {
            var pair = texts.Pair(id);
            levels[pair.First.Text] = Of(ratings.Properties, rated.First);
            levels[pair.Second.Text] = Of(ratings.Properties, rated.Second);
        }
    }

    public string? Answer(ScriptedRequest request)
    {
        if (request.Schema is not { } schema || !schema.TryGetProperty("properties", out var fields) || !fields.TryGetProperty("friendly", out _)) return null;
        var shown = Fenced().Matches(request.Text).Select(match => levels[match.Groups[1].Value]).ToList();
        var answer = new JsonObject();
        foreach (var field in fields.EnumerateObject())
        {
            var property = PropertySet.Published.All.First(one => one.AskedName == field.Name);
            answer[field.Name] = new JsonObject(field.Value.GetProperty("properties").EnumerateObject().Select((side, i) => KeyValuePair.Create(side.Name, LevelOf(side.Value, shown[i][property.ShortName]))));
        }
        return answer.ToJsonString();
    }

    private static JsonNode? LevelOf(JsonElement schema, double level) =>
        JsonNode.Parse(schema.GetProperty("enum").EnumerateArray().First(value => value.ToString() == FormattableString.Invariant($"{level}")).GetRawText());

    private static Dictionary<string, double> Of(IReadOnlyList<Property> properties, IReadOnlyList<Rating> ratings) =>
        properties.Select((property, i) => (property.ShortName, Rating: ratings[i])).Where(of => of.Rating.IsMeasured).ToDictionary(of => of.ShortName, of => of.Rating.Value);

    [GeneratedRegex(@"\[[0-9a-f]{16} BEGIN RESPONSE [12]\]\n(.*?)\n\[[0-9a-f]{16} END", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
