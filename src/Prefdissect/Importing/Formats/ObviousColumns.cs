namespace Prefdissect.Importing.Formats;

/// <summary>The columns whose names say what they are. Names compare without case, spaces, dashes and underscores.</summary>
internal sealed class ObviousColumns
{
    private static readonly string[] PromptNames = ["prompt", "question", "instruction", "query", "userprompt", "userquery"];
    private static readonly string[] WinnerNames = ["winner", "preference", "label", "choice", "better", "preferred", "verdict", "judgment", "judgement",
        "vote"];
    private static readonly string[] JudgeNames = ["judge", "annotator", "annotatorid", "evaluator", "rater", "judgename", "judgeid", "annotatorname",
        "raterid"];
    private static readonly string[] ScenarioNames = ["scenario", "category", "group", "task", "domain", "topic"];
    private static readonly string[] SideStems = ["response", "answer", "output", "completion", "reply"];
    private static readonly string[] ModelStems = ["model", "generator", "modelname"];
    private static readonly (string A, string B)[] SideMarks = [("a", "b"), ("1", "2"), ("0", "1"), ("left", "right")];

    private readonly Sample sample;
    private readonly List<string> notes = [];
    private readonly List<(string Role, IReadOnlyList<string> Columns)> doubtful = [];

    private ObviousColumns(Sample sample)
    {
        this.sample = sample;
        var (a, b) = Sides(SideStems);
        var (modelA, modelB) = Sides(ModelStems);
        Map = new ColumnMap
        {
            Prompt = Only("prompt", PromptNames),
            A = a,
            B = b,
            Winner = Only("winner", WinnerNames),
            Judge = First("judge", JudgeNames),
            Scenario = First("scenario", ScenarioNames),
            ModelA = modelA,
            ModelB = modelB,
        };
    }

    /// <summary>The columns found.</summary>
    public ColumnMap Map { get; }

    /// <summary>Choices among several that a person should know of.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Whether everything that must be known is found, or several columns claim to be it.</summary>
    public bool IsComplete => Has("prompt", Map.Prompt) && Has("winner", Map.Winner) && Has("responses", Map.A);

    /// <summary>The obvious columns of a file.</summary>
    public static ObviousColumns Of(Sample sample) => new(sample);

    /// <summary>The columns, all that must be known among them.</summary>
    /// <exception cref="ImportException">One is missing, or several columns claim to be it.</exception>
    public ColumnMap Required(Sample file)
    {
        foreach (var (role, columns) in doubtful)
        {
            throw new ImportException(
                new(file.File), $"several columns that could be the {role}: {Shown.List(columns)}", "one", $"Say which with --map, for example --map {RoleExample(role, columns)}.");
        }
        RequireAll(Map, file);
        return Map;
    }

    /// <summary>
    /// A person's map with the obvious columns for what it does not name. A column that it names for something else is not taken again, and writers are taken only where
    /// it is plain which of them wrote which side.
    /// </summary>
    public ColumnMap Completing(ColumnMap map)
    {
        var taken = map.Columns.ToHashSet(StringComparer.Ordinal);
        var free = Map with { Judge = Free(Map.Judge), Scenario = Free(Map.Scenario), ModelA = Free(Map.ModelA), ModelB = Free(Map.ModelB) };
        var hasWriters = map.ModelA is null && map.ModelB is null && free.ModelA is not null && free.ModelB is not null && AreOfSides(map);
        return map with
        {
            Prompt = map.Prompt ?? Map.Prompt,
            A = map.A ?? Map.A,
            B = map.B ?? Map.B,
            Winner = map.Winner ?? Map.Winner,
            Judge = map.Judge ?? free.Judge,
            Scenario = map.Scenario ?? free.Scenario,
            ModelA = hasWriters ? free.ModelA : map.ModelA,
            ModelB = hasWriters ? free.ModelB : map.ModelB,
        };

        string? Free(string? column) => column is null || taken.Contains(column) ? null : column;
    }

    // The map's sides are the obvious ones, or are marked as the writers are: model_left goes with answer_left.
    private bool AreOfSides(ColumnMap map) =>
        map.A is null || (map.A == Map.A && map.B == Map.B)
        || SideMarks.Any(mark => IsMarked(map.A, mark.A) && IsMarked(map.B!, mark.B) && IsMarked(Map.ModelA!, mark.A) && IsMarked(Map.ModelB!, mark.B));

    private static bool IsMarked(string column, string mark) =>
        LooseName.Of(column) is var name && (name == mark || SideStems.Concat(ModelStems).Any(stem => name == stem + mark || name == mark + stem));

    /// <summary>Checks that prompt, responses and winner are known.</summary>
    /// <exception cref="ImportException">One is not.</exception>
    public static void RequireAll(ColumnMap map, Sample file)
    {
        (string Role, string? Column)[] required = [("prompt", map.Prompt), ("a", map.A), ("b", map.B), ("winner", map.Winner)];
        List<string> missing = [.. required.Where(one => one.Column is null).Select(one => one.Role)];
        if (missing.Count == 0) return;
        throw new ImportException(
            new(file.File), $"the columns {Shown.List(file.Columns)}, none of which is plainly {string.Join(" or ", missing)}", "a column for each", $"Say which they are: --map {ColumnMap.Example}");
    }

    private static string RoleExample(string role, IReadOnlyList<string> columns) =>
        role == "responses" ? $"a={columns[0]},b={columns[1]}" : $"{role}={columns[0]}";

    private bool Has(string role, string? column) => column is not null || doubtful.Any(one => one.Role == role);

    private List<string> Named(IEnumerable<string> names) => [.. names.SelectMany(name => sample.Columns.Where(column => LooseName.Of(column) == name))];

    private string? Only(string role, string[] names)
    {
        var found = Named(names);
        if (found.Count > 1) doubtful.Add((role, found));
        return found.Count == 1 ? found[0] : null;
    }

    private string? First(string role, string[] names)
    {
        var found = Named(names);
        if (found.Count > 1) notes.Add($"Several columns could be the {role}: {Shown.List(found)}; {Shown.Quoted(found[0])} is used. Choose another with --map.");
        return found.FirstOrDefault();
    }

    private (string? A, string? B) Sides(string[] stems)
    {
        List<(string A, string B)> found = [];
        foreach (var stem in stems)
            foreach (var (a, b) in SideMarks)
                found.AddRange(Named([stem + a, a + stem]).Zip(Named([stem + b, b + stem])).Take(1));
        // response_0, response_1 and response_2 together are three responses, not a pair.
        if (found.Count > 1 && stems == SideStems) doubtful.Add(("responses", [.. found.SelectMany(pair => new[] { pair.A, pair.B }).Distinct()]));
        return found.Count == 1 ? found[0] : (null, null);
    }
}
