namespace Prefdissect.Importing.Formats;

/// <summary>Any table whose columns are said by a map, or whose names and winner values explain themselves.</summary>
public sealed class TableFormat : IVoteFormat
{
    /// <inheritdoc/>
    public string Name => "table";

    /// <inheritdoc/>
    public bool Recognises(Sample sample) => ObviousColumns.Of(sample).IsComplete;

    /// <inheritdoc/>
    public Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes)
    {
        var map = Bound(sample, options, notes);
        NoteUnused(sample, map, notes);
        var winner = new WinnerReading(map, options, notes);
        winner.CheckBy(sample);
        return row => Read(row, map, winner);
    }

    private static ImportedRow Read(SourceRow row, ColumnMap map, WinnerReading winner)
    {
        var fields = new RowReading(row);
        var vote = new Pairs.Vote
        {
            Query = fields.Query(map.Prompt!),
            A = new(fields.Text(map.A!)),
            B = new(fields.Text(map.B!)),
            Verdict = winner.Read(row, fields),
            Judge = fields.Name(map.Judge),
            Scenario = fields.Name(map.Scenario),
            Margin = fields.Number(map.Margin),
            ModelA = fields.Name(map.ModelA),
            ModelB = fields.Name(map.ModelB),
            Metadata = fields.Metadata(map.Metadata),
        };
        return fields.Refused ?? (ImportedRow)new ReadRow(row.Line, [vote]);
    }

    // What a map does not say is taken from obvious names.
    private static ColumnMap Bound(Sample sample, ImportOptions options, ImportNotes notes)
    {
        var obvious = ObviousColumns.Of(sample);
        if (options.Map is not { } map)
        {
            foreach (var note in obvious.Notes) notes.Add(note);
            return obvious.Required(sample);
        }
        if (map.A is null != map.B is null)
            throw new ImportException(new("--map"), map.A is null ? "b without a" : "a without b", "both responses",
                $"Write it like this: --map {ColumnMap.Example}");
        var bound = obvious.Completing(map);
        ObviousColumns.RequireAll(bound, sample);
        RequireInFile(map, sample);
        var added = bound.Columns.Except(map.Columns).ToList();
        if (added.Count > 0) notes.Add($"Columns that --map does not name, taken by their names: {Shown.List(added)}.");
        return bound;
    }

    private static void RequireInFile(ColumnMap map, Sample sample)
    {
        foreach (var column in map.Columns)
        {
            var kinds = sample.Rows.Select(row => row[column].Kind).Distinct().ToList();
            if (!sample.IsJson && kinds.Contains(CellKind.Repeated))
                throw new ImportException(new(sample.File, null, column), "two columns of that name", "one", "Give them different names in the header.");
            if (kinds is [CellKind.Missing])
                throw new ImportException(new(sample.File), $"no column {Shown.Quoted(column)}; the columns are {Shown.List(sample.Columns)}",
                    "every column that --map names", "Correct the name in --map.");
        }
    }

    private static void NoteUnused(Sample sample, ColumnMap map, ImportNotes notes)
    {
        var used = map.Columns.SelectMany(column => new[] { column, column.Split('.')[0] }).ToHashSet();
        List<string> unused = [.. sample.Columns.Where(column => !used.Contains(column))];
        if (unused.Count > 0) notes.Add($"Columns not used: {Shown.List(unused)}. To group by one, keep it with meta=NAME in --map.");
    }
}
