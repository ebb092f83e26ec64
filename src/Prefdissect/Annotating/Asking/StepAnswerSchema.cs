using System.Text.Json.Nodes;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>
/// JSON schemas of answers, in the part of JSON Schema that strict structured output knows everywhere: closed objects, everything required, enumerations instead of
/// bounds. Items are fields <c>item 1</c>, <c>item 2</c> … of an object, because the length of an array cannot be told to every server.
/// </summary>
internal static class StepAnswerSchema
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Applicable = "applicable";
    public const string NotApplicable = "not applicable";

    public static JsonObject Of(StepQuestion question) => question switch
    {
        { Step: var step } when step == AnnotationStep.QueryInfo => QueryInfo(),
        { Step: var step } when step == AnnotationStep.Errors => ForSides(question, Errors, Errors()),
        _ => Closed(question.Properties.Select(property => (property.AskedName, Rating(question, property)))),
    };

    /// <summary>A closed object with one field, whose value is one of some texts.</summary>
    public static JsonObject OneOf(string field, IEnumerable<string> values) => Closed([(field, Words(values))]);

    /// <summary>A closed object of a text and, after it, one of some words.</summary>
    public static JsonObject ReasonsThenOneOf(string reasons, string field, IEnumerable<string> values) => Closed([(reasons, Text()), (field, Words(values))]);

    /// <summary>A closed object of one whole number.</summary>
    public static JsonObject WholeNumber(string field, int least, int most) => Closed([(field, Whole(least, most - least + 1))]);

    /// <summary>The name of the n-th item, from 1.</summary>
    public static string Item(int number) => FormattableString.Invariant($"item {number}");

    private static JsonObject QueryInfo() => Closed(
    [
        ("clear intent", YesOrNo()), ("explicitly express feelings", YesOrNo()),
        ("explicit constraints", ListOf(Text())), ("explicit subjective stances", ListOf(Text())), ("explicit mistakes or biases", ListOf(Text())),
    ]);

    private static JsonObject Rating(StepQuestion question, Property property)
    {
        if (Calls.ItemsOf(property, question.Info) is { } items)
            return Closed(items.Select((_, i) => (Item(i + 1), ForSides(question, () => Level(property), Level(property)))));
        if (property.Applies is not Applicability.ToQueriesWhere) return ForSides(question, () => Level(property), Level(property));
        var rated = question.Sides.Count > 1
            ? new[] { ("response_1", Level(property)), ("response_2", Level(property)) }
            : [("rating", Level(property))];
        return Closed(rated.Prepend(("applies", YesOrNo())));
    }

    private static JsonObject ForSides(StepQuestion question, Func<JsonObject> other, JsonObject one) =>
        question.Sides.Count > 1 ? Closed([("response_1", one), ("response_2", other())]) : one;

    private static JsonObject Errors() => Closed(
    [
        ("check", Words([Applicable, NotApplicable])),
        ("errors", ListOf(Closed(
        [
            ("description", Text()),
            ("type", Words(ErrorWords.Types.Select(type => type.Word))),
            ("severity", Words(ErrorWords.Severities.Select(severity => severity.Word))),
        ]))),
    ]);

    private static JsonObject Level(Property property) => property.Scale.Words.Count > 0
        ? Words(property.Scale.Words)
        : Whole(property.Scale.Least, property.Scale.Span + 1);

    private static JsonObject Whole(int least, int count) =>
        new() { ["type"] = "integer", ["enum"] = new JsonArray([.. Enumerable.Range(least, count).Select(level => JsonValue.Create(level))]) };

    private static JsonObject YesOrNo() => Words([Yes, No]);

    private static JsonObject Words(IEnumerable<string> values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Closed(IEnumerable<(string Name, JsonObject Schema)> fields)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in fields) properties[name] = schema;
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(field => JsonValue.Create(field.Key))]),
            ["additionalProperties"] = false,
        };
    }
}
