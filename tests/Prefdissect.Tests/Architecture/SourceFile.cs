using System.Text.RegularExpressions;

namespace Prefdissect.Tests.Architecture;

/// <summary>One of the project's own source files, as text.</summary>
/// <param name="Path">From the repository's root, with slashes: <c>src/Prefdissect/Pairs/Pair.cs</c>.</param>
/// <param name="Text">The file.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Sources = new(Read);

    /// <summary>Every source file below <c>src</c>, by path.</summary>
    public static IReadOnlyList<SourceFile> All => Sources.Value;

    /// <summary>The repository's root: the nearest folder above the tests that holds the solution.</summary>
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(System.IO.Path.Combine(folder.FullName, "Prefdissect.slnx"))) return folder.FullName;
            }
            throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Prefdissect.slnx.");
        }
    }

    /// <summary>The namespace that the folder asks for: <c>Prefdissect.Annotating.Surface</c>.</summary>
    public string FolderNamespace => Path["src/".Length..Path.LastIndexOf('/')].Replace('/', '.');

    /// <summary>The namespace that the file declares, or <see langword="null"/>.</summary>
    public string? Namespace => DeclaredNamespace().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The room: <c>Bayes</c>, <c>Figures</c>, <c>Cli</c>, or the first folder of the domain, such as <c>Importing</c>.</summary>
    public string Room => FolderNamespace.Split('.')[1];

    /// <summary>Names of the types that the file declares at the outermost level and makes public.</summary>
    public IReadOnlyList<string> PublicTypes => [.. OuterType().Matches(Text).Where(match => match.Value.StartsWith("public", StringComparison.Ordinal)).Select(match => match.Groups[1].Value)];

    /// <summary>Names of all types of the file, nested ones too.</summary>
    public IReadOnlyList<string> Types => [.. AnyType().Matches(Code).Select(match => match.Groups[1].Value)];

    /// <summary>The text without comments and without what stands in string literals.</summary>
    public string Code => CommentOrLiteral().Replace(Text, match => match.Value[0] == '/' ? "" : "\"\"");

    /// <summary>Namespaces that the file imports by <c>using</c>.</summary>
    public IEnumerable<string> Imports => Using().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>
    /// Namespaces that the file reaches: those it imports, those it spells in full, and rooms spelled from inside <c>Prefdissect</c>, as in <c>Studies.Study</c>.
    /// </summary>
    public IEnumerable<string> Reaches => Imports
        .Concat(InFull().Matches(Code).Select(match => match.Value))
        .Concat(FromInside().Matches(Code).Where(match => Rooms.All.Contains(match.Groups[1].Value)).Select(match => $"Prefdissect.{match.Groups[1].Value}"))
        .Distinct();

    private static List<SourceFile> Read()
    {
        var root = Root;
        return
        [
            .. Directory.EnumerateFiles(System.IO.Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(root, path)).ReplaceLineEndings("\n"))),
        ];
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bPrefdissect(?:\.\w+)+")]
    private static partial Regex InFull();

    // A member of the same name, as in `annotator.Properties.Count`, has something before its dot.
    [GeneratedRegex(@"(?<![\w.])([A-Z]\w+)\.[A-Z]")]
    private static partial Regex FromInside();

    [GeneratedRegex(@"^(?:public|internal)(?: [a-z]+)*? (?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\]]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex OuterType();

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum) ([A-Z]\w*)")]
    private static partial Regex AnyType();

    [GeneratedRegex(""""//[^\n]*|/\*.*?\*/|\$*"""(?:.*?)"""|@?\$?@?"(?:\\.|""|[^"\\\n])*"|'(?:\\.|[^'\\\n])'"""", RegexOptions.Singleline)]
    private static partial Regex CommentOrLiteral();
}
