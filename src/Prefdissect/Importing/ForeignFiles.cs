using System.Text.Json;

namespace Prefdissect.Importing;

/// <summary>Says what a file is that holds no votes, as well as can be told.</summary>
internal static class ForeignFiles
{
    /// <summary>The error for a file whose rows are in no known format.</summary>
    public static ImportException Explain(Sample sample)
    {
        var place = new FilePlace(sample.File);
        if (sample.Has("model_name", "parameters"))
            return new(place, "published weights of judges", "votes", "Compare judges by their weights with: prefdissect similarity --weights FOLDER.");
        if (sample.IsJson && sample.Has("role", "content"))
            return new(place, "messages of a conversation", "votes on pairs of responses", "A vote has a prompt, two responses and a winner.");
        return new(
            place,
            $"the columns {Shown.List(sample.Columns)}, which are no known format",
            "columns whose names say which are the prompt, the two responses and the winner",
            $"Say it: --map {ColumnMap.Example} (only prompt, a, b and winner are needed).");
    }

    /// <summary>The error for a JSON array whose first element is no object.</summary>
    public static ImportException ListOf(JsonElement first, FilePlace place)
    {
        var labels = first.ValueKind == JsonValueKind.String && first.GetRawText() is "\"A\"" or "\"B\"";
        return labels
            ? new(place, "a list of labels alone (\"A\", \"B\", …)", "votes with their prompts and responses",
                "Labels need the pairs they are about: put each into its row as a column, and import the rows.")
            : new(place, $"a list that starts with {Cell.Of(first).Description}", "a list of objects, one a vote", "Check that this is the file you meant.");
    }
}
