namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>Set to 1, the tests write what documents show and commands make (figures, sample votes) instead of comparing it.</summary>
    public const string WriteVariable = "PREFDISSECT_WRITE_DOCS";

    /// <summary>The nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static bool Writes => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    /// <summary>The pages that a reader may follow, from the root, with slashes.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md"))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Prefdissect.slnx"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Prefdissect.slnx.");
    }
}
