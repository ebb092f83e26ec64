using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prefdissect.Annotating.Asking;
using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Scripted;

/// <summary>
/// Answers all five steps with what the simulator planted in the texts that a prompt shows, found by the texts themselves; leaves everything else, such as a property of one's own, to chance. What it knows comes from the
/// simulator, never from a study.
/// </summary>
public sealed partial class PlantedAnswers
{
    private static readonly string[] Severities = ["minor", "moderate", "severe"];
    private static readonly Dictionary<string, int> Places = PublishedProperties.All.Select((property, place) => (property.AskedName, place)).ToDictionary();
    private static readonly int[] ErrorPlaces = [.. Severities.Select(severity => PublishedProperties.All.ToList().FindIndex(property => property.ShortName == $"no {severity} errors"))];
    private static readonly int[] QueryFree = [.. AnnotationStep.QueryFree.PropertiesOf(PropertySet.Published).Select(property => Places[property.AskedName])];

    private readonly Dictionary<string, QueryTraits> queries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Query, string Response), Planted> responses = [];

    /// <summary>Answers for simulated pairs.</summary>
    /// <exception cref="ArgumentException">The same text was planted with different levels, so that texts do not tell them.</exception>
    public PlantedAnswers(IEnumerable<SimulatedPair> pairs)
    {
        foreach (var pair in pairs)
        {
            queries[pair.Query.Text] = pair.Traits;
            Add(pair.Query.Text, pair.A.Text, new Planted(pair.RatingsA, pair.ItemsA));
            Add(pair.Query.Text, pair.B.Text, new Planted(pair.RatingsB, pair.ItemsB));
        }
    }

    /// <summary>The answer to a step's question; <see langword="null"/> to anything else.</summary>
    /// <exception cref="KeyNotFoundException">The prompt shows a text that was not planted.</exception>
    public string? Answer(ScriptedRequest request)
    {
        if (request.Schema is not { } schema || !schema.TryGetProperty("properties", out var fields)) return null;
        var shown = Fenced().Matches(request.Text).DistinctBy(match => match.Groups[1].Value).Select(match => (Label: match.Groups[1].Value, Text: match.Groups[2].Value)).ToList();
        var query = shown.FirstOrDefault(one => one.Label == "QUERY").Text;
        if (fields.TryGetProperty("clear intent", out _)) return Info(queries[query]).ToJsonString();
        var planted = shown.Where(one => one.Label.StartsWith("RESPONSE", StringComparison.Ordinal)).Select(one => responses[(query, one.Text)]).ToList();
        if (planted.Count == 0) return null;
        if (Side(schema).GetProperty("properties").TryGetProperty("check", out _)) return Sides(planted, Errors).ToJsonString();
        return new JsonObject(fields.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Places.ContainsKey(field.Name) ? Levels(field, planted) : SchemaExample.Of(field.Value, request.Random)))).ToJsonString();
    }

    private void Add(string query, string response, Planted planted)
    {
        responses[(query, response)] = planted;
        if (responses.TryGetValue((null, response), out var known) && QueryFree.Any(place => known.Ratings[place] != planted.Ratings[place])) throw new ArgumentException($"Two pairs have the response '{response}' with different levels.");
        responses[(null, response)] = planted;
    }

    private static JsonObject Info(QueryTraits traits) => new()
    {
        ["clear intent"] = traits.IsUnclear ? "no" : "yes",
        ["explicitly express feelings"] = traits.ExpressesFeelings ? "yes" : "no",
        ["explicit constraints"] = ListOf(traits.Constraints),
        ["explicit subjective stances"] = ListOf(traits.Stances),
        ["explicit mistakes or biases"] = ListOf(traits.Mistakes),
    };

    private static JsonNode? Levels(JsonProperty field, List<Planted> planted)
    {
        var (place, property) = (Places[field.Name], PublishedProperties.All[Places[field.Name]]);
        if (property.Applies is not Applicability.ToEachOf each) return Sides(planted, one => Level(property, (int)one.Ratings[place].Value));
        var asked = field.Value.GetProperty("properties").EnumerateObject().Select(item => item.Name).ToList();
        if (planted.Exists(one => one.ItemsOf(each.Trait).Count != asked.Count)) throw new KeyNotFoundException($"{asked.Count} items of '{field.Name}' are asked about, and not as many were planted.");
        return new JsonObject(asked.Select((item, i) => KeyValuePair.Create(item, (JsonNode?)Sides(planted, one => Level(property, one.ItemsOf(each.Trait)[i])))));
    }

    private static JsonObject Errors(Planted planted)
    {
        var counts = ErrorPlaces.Select(place => planted.Ratings[place]).ToList();
        if (counts.Exists(count => count.State == RatingState.NotApplicable)) return new JsonObject { ["check"] = "not applicable", ["errors"] = new JsonArray() };
        var errors = counts.SelectMany((count, i) => Enumerable.Range(1, (int)count.Value).Select(number =>
            (JsonNode)new JsonObject { ["description"] = $"{Severities[i]} error {number}", ["type"] = "factual", ["severity"] = Severities[i] }));
        return new JsonObject { ["check"] = "applicable", ["errors"] = new JsonArray([.. errors]) };
    }

    private static JsonNode Level(Property property, int level) => property.Scale.Words.Count > 0 ? property.Scale.Words[level - property.Scale.Least] : level;

    private static JsonNode Sides(List<Planted> planted, Func<Planted, JsonNode> answer) =>
        planted.Count > 1 ? new JsonObject { ["response_1"] = answer(planted[0]), ["response_2"] = answer(planted[1]) } : answer(planted[0]);

    private static JsonElement Side(JsonElement schema) => schema.GetProperty("properties").TryGetProperty("response_1", out var first) ? first : schema;

    private static JsonArray ListOf(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    [GeneratedRegex(@"\[[0-9a-f]{16} BEGIN (QUERY|RESPONSE(?: [12])?)\]\n(.*?)\n\[[0-9a-f]{16} END \1\]", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    private sealed record Planted(IReadOnlyList<Rating> Ratings, PlantedItems Items)
    {
        public IReadOnlyList<int> ItemsOf(QueryTrait trait) => trait switch
        {
            QueryTrait.Constraints => Items.Constraints,
            QueryTrait.Stances => Items.Stances,
            _ => Items.Mistakes,
        };
    }
}
