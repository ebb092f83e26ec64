using Prefdissect.Properties;

namespace Prefdissect.Importing.Formats;

/// <summary>
/// The rating columns of GAIR's annotated table: basic ratings, detected errors, query-specific ratings, one column of each a response. Columns and names are
/// matched loosely, since their inner names differ between versions; what is not understood is noted and counts as not measured.
/// </summary>
internal sealed class GairRatings
{
    private static readonly Dictionary<string, Property> ByName = PublishedProperties.All
        .SelectMany(property => new[] { (Name: LooseName.Of(property.Name), property), (Name: LooseName.Of(property.ShortName), property) })
        .Append((Name: "repetitive", property: PublishedProperties.Of("non-repetitive")))
        .DistinctBy(entry => entry.Name)
        .ToDictionary(entry => entry.Name, entry => entry.property);

    private readonly ImportNotes notes;
    private readonly string[] basic;
    private readonly string?[] errors;
    private readonly string?[] specific;

    public GairRatings(Sample sample, ImportNotes notes)
    {
        this.notes = notes;
        basic = ["basic_response_1", "basic_response_2"];
        errors = [Column(sample, "error", "1"), Column(sample, "error", "2")];
        specific = [Column(sample, "specific", "1"), Column(sample, "specific", "2")];
        HashSet<string> known =
        [
            "query", "scenario_auto-j", "scenario_group", "response_1", "response_2", "gpt-4-turbo_reference", "clear intent", "explicitly express feelings",
            "explicit constraints", "explicit subjective stances", "explicit mistakes or biases", "preference_labels",
            .. basic, .. errors.OfType<string>(), .. specific.OfType<string>(),
        ];
        foreach (var column in sample.Columns.Where(column => !known.Contains(column))) notes.Add($"Column not understood: {Shown.Quoted(column)}.");
    }

    /// <summary>The ratings of one side, in the published order.</summary>
    /// <param name="row">The row.</param>
    /// <param name="side">1 or 2.</param>
    /// <param name="info">What the query calls for, where known.</param>
    public IReadOnlyList<PropertyRating> Of(SourceRow row, int side, QueryInfo? info)
    {
        Dictionary<Property, Rating> ratings = [];
        Basic(row, basic[side - 1], ratings);
        if (row[$"response_{side}.num_words"].TryGetNumber(out var words) && words >= 0) ratings[PublishedProperties.Of("lengthy")] = Rating.Of(words);
        if (errors[side - 1] is { } errorColumn) GairErrors.Read(row[errorColumn], errorColumn, ratings, notes);
        if (specific[side - 1] is { } specificColumn) Specific(row, specificColumn, info, ratings);
        return [.. PublishedProperties.All.Where(ratings.ContainsKey).Select(property => new PropertyRating(property, ratings[property]))];
    }

    private void Basic(SourceRow row, string column, Dictionary<Property, Rating> ratings)
    {
        foreach (var (name, cell) in FieldsOf(row, column))
        {
            if (!ByName.TryGetValue(LooseName.Of(name), out var property)) notes.Add($"Property not understood in column {Shown.Quoted(column)}: {Shown.Quoted(name)}.");
            else if (cell.TryGetNumber(out var value)) ratings[property] = Rating.Of(value);
            else if (!cell.IsAbsent) notes.Add($"Rating not understood in column {Shown.Quoted(column)}, {Shown.Quoted(name)}: {cell.Description} (0–3 expected).");
        }
    }

    private void Specific(SourceRow row, string column, QueryInfo? info, Dictionary<Property, Rating> ratings)
    {
        HashSet<Property> answered = [];
        foreach (var (name, cell) in FieldsOf(row, column))
        {
            if (GairScales.PropertyOf(name) is not { } property)
            {
                notes.Add($"Property not understood in column {Shown.Quoted(column)}: {Shown.Quoted(name)}.");
                continue;
            }
            answered.Add(property);
            var notCalledFor = GairScales.IsRatedOnce(property) && GairScales.CallsFor(property, info) == false;
            if (notCalledFor || GairScales.IsEmpty(cell)) ratings[property] = Rating.NotApplicable;
            else if (GairScales.Mean(property, cell) is { } mean) ratings[property] = Rating.Of(mean);
            else notes.Add($"Rating not understood in column {Shown.Quoted(column)}, {Shown.Quoted(name)}: {cell.Description}.");
        }
        // Only what a query calls for was asked: an answer that is not there was not called for, unless the row says that it was.
        var wasAsked = row[column].Kind == CellKind.Object;
        foreach (var property in GairScales.Properties.Where(property => !answered.Contains(property)))
        {
            if (!(GairScales.CallsFor(property, info) ?? !wasAsked)) ratings[property] = Rating.NotApplicable;
        }
    }

    private IEnumerable<KeyValuePair<string, Cell>> FieldsOf(SourceRow row, string column)
    {
        var cell = row[column];
        if (cell.Kind is not (CellKind.Object or CellKind.Missing or CellKind.Null))
            notes.Add($"Column not understood: {Shown.Quoted(column)} holds {cell.Description} (an object of ratings expected).");
        return cell.Fields();
    }

    private static string? Column(Sample sample, string word, string side)
    {
        List<string> found = [.. sample.Columns.Where(column => LooseName.Of(column) is var name && name.Contains(word)
            && name.EndsWith(side, StringComparison.Ordinal))];
        return found.Count == 1 ? found[0] : null;
    }
}
