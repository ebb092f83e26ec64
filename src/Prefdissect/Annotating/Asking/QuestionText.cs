using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prefdissect.Models.Fencing;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>What a question's placeholders stand for: properties, questions on items, and an example of the answer.</summary>
internal static class QuestionText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line a property: its name, what it means, and its levels where they are not 0–3.</summary>
    public static string Characteristics(StepQuestion question, Func<Property, string> definition) =>
        string.Join("\n", question.Properties.Select(property => $"- {property.AskedName}: {definition(property)}{Levels(property)}{Condition(property)}"));

    /// <summary>A numbered question a property; those that are rated by item list their items, fenced, since their words come from the query.</summary>
    public static string Questions(StepQuestion question, Func<Property, string> definition, Fence fence) =>
        string.Join("\n", question.Properties.Select((property, i) =>
            $"{i + 1}. \"{property.AskedName}\": {definition(property)}{Scale(property)}{Items(question, property, fence)}"));

    /// <summary>The shape of the answer, with the possible values where each stands.</summary>
    public static string OutputFormat(JsonObject schema) => Example(schema).ToJsonString(Readable).ReplaceLineEndings("\n");

    private static string Levels(Property property) => property.Scale == RatingScale.ZeroToThree ? "" : Scale(property);

    private static string Scale(Property property) => property.Scale switch
    {
        { Words.Count: > 0 } scale => $" (one of: {scale})",
        { Least: 0, Most: 3 } => " (0 not at all, 1 a little, 2 clearly, 3 fully)",
        var scale => $" (a whole number from {scale.Least} to {scale.Most})",
    };

    private static string Condition(Property property) =>
        property.Applies is Applicability.ToQueriesWhere where ? $" Say in \"applies\" whether this holds: {where.Text}. If it does not, the ratings are not used." : "";

    private static string Items(StepQuestion question, Property property, Fence fence)
    {
        if (Calls.ItemsOf(property, question.Info) is not { } items) return "";
        // A line an item: one that holds a line break could pretend to be two.
        var listed = string.Join("\n", items.Select((item, i) => $"{StepAnswerSchema.Item(i + 1)}: {OnOneLine(item)}"));
        return $" Rate each of these apart:\n{fence.Enclose("ITEMS", listed)}";
    }

    private static string OnOneLine(string item) => item.ReplaceLineEndings(" ").Replace('\v', ' ');

    private static JsonNode Example(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values) return string.Join("/", values.Select(value => value!.ToString()));
        switch ((string?)schema["type"])
        {
            case "object":
                var fields = new JsonObject();
                foreach (var (name, field) in schema["properties"]!.AsObject()) fields[name] = Example(field!.AsObject());
                return fields;
            case "array": return new JsonArray(Example(schema["items"]!.AsObject()));
            default: return "text";
        }
    }
}
