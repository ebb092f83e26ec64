using System.Text.Json;
using Prefdissect.Annotating.Asking;
using Prefdissect.Importing;
using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Answers;

/// <summary>
/// Reads what a model answered to a question: finds the JSON, checks every field, and says what is wrong. The same text under the same rules always reads the
/// same, so that kept answers can be read again.
/// </summary>
public static class StepAnswerReader
{
    // Words by which models decline; looked for only where there is no JSON.
    private static readonly string[] Declines =
        ["i can't", "i cannot", "i can not", "i'm sorry", "i am sorry", "i won't", "i will not", "i'm unable", "i am unable", "i'm not able", "i am not able", "sorry,", "as an ai"];

    /// <summary>Reads an answer.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="text">What the model wrote, hostile.</param>
    /// <param name="offScale">What to do with levels that are not on their scale.</param>
    public static AnswerReading Read(StepQuestion question, string text, OffScale offScale = OffScale.Refuse) =>
        ReadJson(text, answer => Fields(question, answer, offScale));

    /// <summary>Reads the scenario that a model chose.</summary>
    /// <param name="text">What the model wrote, hostile.</param>
    /// <param name="names">The scenarios that it could choose from.</param>
    /// <returns>The scenario, or why there is none.</returns>
    public static (string? Scenario, AnswerReading.Unusable? Failure) ReadScenario(string text, IReadOnlyList<string> names)
    {
        string? chosen = null;
        var reading = ReadJson(text, answer =>
        {
            var fields = new AnswerFields();
            var index = fields.Word(fields.Field(answer, "", "scenario"), "scenario", [.. names.Select((name, i) => (name, i))]);
            if (index is { } at) chosen = names[at];
            return (fields, index is null ? null : new StepAnswer.OfQuery(new QueryInfo()));
        });
        return reading is AnswerReading.Unusable failure ? (null, failure) : (chosen, null);
    }

    /// <summary>Reads an answer of another kind than a step's: finds the JSON object in it, and says what is wrong where it cannot be used.</summary>
    /// <param name="text">What the model wrote, hostile.</param>
    /// <param name="read">Reads the fields of an object; called for each object that stands there.</param>
    internal static AnswerReading.Unusable? ReadObject(string text, Func<JsonElement, AnswerFields> read) =>
        ReadJson(text, answer => (read(answer), new StepAnswer.OfQuery(new QueryInfo()))) as AnswerReading.Unusable;

    private static AnswerReading ReadJson(string text, Func<JsonElement, (AnswerFields Fields, StepAnswer? Answer)> read)
    {
        if (string.IsNullOrWhiteSpace(text)) return Failed(AnswerFault.Empty, "an empty answer", "a JSON object");
        if (text.Length > LenientJson.LongestAnswer) return Failed(AnswerFault.TooLong, $"{text.Length} characters", $"a JSON object of at most {LenientJson.LongestAnswer}");
        var json = LenientJson.Find(text);
        var readings = json.Objects.Select(element => (Element: element, Read: read(element))).ToList();
        var usable = readings.Where(reading => reading.Read.Fields.Problems.Count == 0).ToList();
        if (usable.Count > 1 && !usable.All(other => JsonElement.DeepEquals(other.Element, usable[0].Element)))
            return Failed(AnswerFault.Contradictory, $"{usable.Count} JSON objects that answer differently", "one JSON object");
        if (usable.Count > 0)
            return new AnswerReading.Usable(usable[0].Read.Answer!, [.. usable[0].Read.Fields.Notes, .. json.Wrapped ? ["other text around the JSON"] : Array.Empty<string>()]);
        if (json.Damage == JsonDamage.CutOff) return Failed(AnswerFault.CutOff, "a JSON object that does not end", "a whole one");
        if (json.Damage == JsonDamage.Broken) return Failed(AnswerFault.Broken, "an object that is no valid JSON", "valid JSON, texts in double quotation marks");
        if (readings.Count == 0)
        {
            return Declined(text)
                ? Failed(AnswerFault.Refused, $"no JSON but {AnswerFields.Words(text.Trim())} that declines", "a JSON object")
                : Failed(AnswerFault.NoJson, $"no JSON object in {AnswerFields.Words(text.Trim())}", "a JSON object");
        }
        var (fields, _) = readings.MinBy(reading => reading.Read.Fields.Problems.Count).Read;
        return new AnswerReading.Unusable(fields.Reason!, fields.Problems);
    }

    private static AnswerReading.Unusable Failed(string reason, string found, string expected) => new(reason, [new AnswerProblem("", found, expected)]);

    private static bool Declined(string text)
    {
        var beginning = text.TrimStart()[..Math.Min(200, text.TrimStart().Length)].Replace('’', '\'').ToLowerInvariant();
        return Declines.Any(words => beginning.Contains(words, StringComparison.Ordinal));
    }

    private static (AnswerFields Fields, StepAnswer? Answer) Fields(StepQuestion question, JsonElement answer, OffScale offScale)
    {
        var fields = new AnswerFields();
        StepAnswer read = question.Step == AnnotationStep.QueryInfo ? new StepAnswer.OfQuery(Info(fields, answer))
            : question.Step == AnnotationStep.Errors ? new StepAnswer.OfErrors([.. question.Sides.Select(side => Errors(fields, question, answer, side))], question.Properties)
            : new StepAnswer.OfLevels([.. question.Properties.SelectMany(property => new LevelReader(fields, question, property, offScale).Read(answer))]);
        return (fields, fields.Problems.Count == 0 ? read : null);
    }

    private static QueryInfo Info(AnswerFields fields, JsonElement answer) => new()
    {
        ClearIntent = fields.YesOrNo(fields.Field(answer, "", "clear intent"), "clear intent"),
        ExpressesFeelings = fields.YesOrNo(fields.Field(answer, "", "explicitly express feelings"), "explicitly express feelings"),
        Constraints = Items(fields, answer, "explicit constraints"),
        Stances = Items(fields, answer, "explicit subjective stances"),
        Mistakes = Items(fields, answer, "explicit mistakes or biases"),
    };

    private static IReadOnlyList<string> Items(AnswerFields fields, JsonElement answer, string name) =>
        [.. fields.List(fields.Field(answer, "", name), name).Select(item => fields.Text(item, name)).Where(text => text.Length > 0)];

    private static AnsweredErrors Errors(AnswerFields fields, StepQuestion question, JsonElement answer, PairSide side)
    {
        var path = LevelReader.FieldOf(question, side) ?? "";
        var ofSide = path.Length > 0 ? fields.Field(answer, "", path) : answer;
        var applicable = fields.Word(fields.Field(ofSide, path, "check", "accuracy check"), $"{path}.check".TrimStart('.'),
            [(StepAnswerSchema.Applicable, true), (StepAnswerSchema.NotApplicable, false)]);
        // A response that cannot be checked needs no list, and what such a list holds means nothing.
        if (applicable != true) return new AnsweredErrors(side, false, []);
        var place = $"{path}.errors".TrimStart('.');
        return new AnsweredErrors(side, true, [.. fields.List(fields.Field(ofSide, path, "errors", "inaccuracies"), place).Select((error, i) => Error(fields, error, $"{place}[{i}]"))]);
    }

    private static FoundError Error(AnswerFields fields, JsonElement error, string path)
    {
        var description = fields.Text(fields.Field(error, path, "description", "brief description"), $"{path}.description");
        var (typeField, severityField) = (fields.Field(error, path, "type"), fields.Field(error, path, "severity"));
        var (type, severity) = (ErrorWords.TypeOf(fields.Text(typeField, $"{path}.type")), ErrorWords.SeverityOf(fields.Text(severityField, $"{path}.severity")));
        if (type is null && typeField.ValueKind == JsonValueKind.String)
            fields.Wrong(AnswerFault.WrongValue, $"{path}.type", AnswerFields.Kind(typeField), $"one of {string.Join(", ", ErrorWords.Types.Select(known => $"\"{known.Word}\""))}");
        if (severity is null && severityField.ValueKind == JsonValueKind.String)
            fields.Wrong(AnswerFault.WrongValue, $"{path}.severity", AnswerFields.Kind(severityField), "one of \"minor\", \"moderate\", \"severe\"");
        return new FoundError(description, type ?? default, severity ?? default);
    }
}
