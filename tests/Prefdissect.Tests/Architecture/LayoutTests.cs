using System.Text.RegularExpressions;

namespace Prefdissect.Tests.Architecture;

public partial class LayoutTests
{
    private const int MostLines = 400;

    [Fact]
    public void A_namespace_is_its_folder() =>
        SourceFile.All.Where(file => file.Namespace is not null && file.Namespace != file.FolderNamespace).Select(file => $"{file.Path}: {file.Namespace}").ShouldBeEmpty();

    [Fact]
    public void A_file_has_one_public_type_and_its_name() =>
        SourceFile.All.Where(file => file.PublicTypes is not ([] or [_]) || (file.PublicTypes is [var only] && only != Path.GetFileNameWithoutExtension(file.Path)))
            .Select(file => $"{file.Path}: {string.Join(", ", file.PublicTypes)}").ShouldBeEmpty();

    [Fact]
    public void No_name_says_nothing() =>
        SourceFile.All.SelectMany(file => file.Types.Append(Path.GetFileNameWithoutExtension(file.Path)).Where(name => SaysNothing().IsMatch(name)).Distinct().Select(name => $"{file.Path}: {name}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_an_idea() =>
        SourceFile.All.Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n'))).Where(file => file.Lines > MostLines).ShouldBeEmpty();

    [Fact]
    public void Every_public_type_is_found() =>
        // Those of the dashboard are many by the compiler of its pages, and its assembly is not loaded here.
        SourceFile.All.Where(file => file.Room != "Dashboard").SelectMany(file => file.PublicTypes).ShouldBe(
            new[] { typeof(Prefdissect.Pairs.Pair), typeof(Bayes.Sampling.NutsSampler), typeof(Figures.HeatMap) }.SelectMany(type => type.Assembly.GetExportedTypes())
                .Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]),
            ignoreOrder: true);

    [GeneratedRegex(@"Helper|Manager|Util|Common|Misc")]
    private static partial Regex SaysNothing();
}
