using System.Text.Json;
using Prefdissect.Annotating.Asking;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Answers;

/// <summary>Reads the levels of one property from an answer.</summary>
/// <param name="fields">Reads fields and gathers problems.</param>
/// <param name="question">What was asked.</param>
/// <param name="property">The property.</param>
/// <param name="offScale">What to do with levels that are not on its scale.</param>
internal sealed class LevelReader(AnswerFields fields, StepQuestion question, Property property, OffScale offScale)
{
    /// <summary>The name of a side's field; <see langword="null"/> where the answer is about one response.</summary>
    public static string? FieldOf(StepQuestion question, PairSide side) =>
        question.Sides.Count < 2 ? null : side == PairSide.First ? "response_1" : "response_2";

    /// <summary>The levels, one entry a side.</summary>
    public IEnumerable<AnsweredLevels> Read(JsonElement answer)
    {
        var (path, ofProperty) = (property.AskedName, fields.Field(answer, "", Names));
        if (property.Applies is Applicability.ToQueriesWhere) return Conditional(ofProperty, path);
        if (Calls.ItemsOf(property, question.Info) is not { } items)
            return [.. question.Sides.Select(side => new AnsweredLevels(property, side, [Level(ofProperty, side, path)]))];
        var ofItems = items.Select((_, i) => (Element: fields.Field(ofProperty, path, StepAnswerSchema.Item(i + 1)), Path: $"{path}.{StepAnswerSchema.Item(i + 1)}")).ToList();
        return [.. question.Sides.Select(side => new AnsweredLevels(property, side, [.. ofItems.Select(item => Level(item.Element, side, item.Path))]))];
    }

    // Where the asked name is another one it says the opposite, and an answer under the property's own names would be read the wrong way round.
    private string[] Names => property.AskedName == property.Name ? [property.AskedName, property.ShortName] : [property.AskedName];

    private IReadOnlyList<AnsweredLevels> Conditional(JsonElement ofProperty, string path)
    {
        if (fields.YesOrNo(fields.Field(ofProperty, path, "applies"), $"{path}.applies") != true)
            return [.. question.Sides.Select(side => new AnsweredLevels(property, side, [property.Scale.Least], Applies: false))];
        return [.. question.Sides.Select(side =>
        {
            var field = FieldOf(question, side) ?? "rating";
            return new AnsweredLevels(property, side, [LevelOf(fields.Field(ofProperty, path, field), $"{path}.{field}")]);
        })];
    }

    private double Level(JsonElement element, PairSide side, string path) => FieldOf(question, side) is { } field
        ? LevelOf(fields.Field(element, path, field), $"{path}.{field}")
        : LevelOf(element, path);

    private double LevelOf(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Undefined) return property.Scale.Least;
        if (property.Scale.Words.Count > 0 && element.ValueKind == JsonValueKind.String)
            return fields.Word(element, place, [.. property.Scale.Words.Select((word, i) => (word, property.Scale.Least + i))]) ?? property.Scale.Least;
        var expected = $"a whole number from {property.Scale.Least} to {property.Scale.Most}";
        if (fields.Whole(element, place, expected) is not { } level) return property.Scale.Least;
        if (property.Scale.Holds(level)) return level;
        if (offScale == OffScale.Refuse) fields.Wrong(AnswerFault.WrongValue, place, AnswerFields.Kind(element), expected);
        return property.Scale.Least;
    }
}
