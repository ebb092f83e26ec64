using System.Xml.Linq;

namespace Prefdissect.Cli.Tests.Documentation;

[Collection(CurrentFolderCollection.Name)]
public class PageTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages => Repository.Pages.Select(page => new TheoryDataRow<string>(page));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_page_tells_to_type_works_and_prints_what_the_page_shows(string page)
    {
        var blocks = FencedBlock.Of(page, Repository.Read(page));
        using var reader = new Reader();
        foreach (var file in blocks.Where(block => block.FileName is not null)) File.WriteAllText(reader.PathOf(file.FileName!), file.Text);
        var printed = "";
        foreach (var block in blocks)
        {
            if (block.IsShell)
            {
                printed = "";
                foreach (var command in DocumentedCommand.Of(block)) printed += await reader.Run(command);
            }
            else if (block.Language is "text" or "json" && block.FileName is null && printed.Length > 0)
            {
                Excerpt.NotIn(block.Text, printed).ShouldBeEmpty($"{page}:{block.Line} shows what is not printed. Printed was:\n{printed}");
            }
        }
        foreach (var drawn in Directory.EnumerateFiles(reader.PathOf("docs/figures"))) CompareOrWrite(drawn);
    }

    [Fact]
    public void The_two_commands_of_the_readme_and_every_verb_are_followed()
    {
        var commands = Repository.Pages.SelectMany(page => FencedBlock.Of(page, Repository.Read(page)).Where(block => block.IsShell).SelectMany(DocumentedCommand.Of)).ToList();
        var verbs = commands.Select(command => command.Arguments[0]).ToHashSet();
        using var nowhere = new StringWriter();
        PrefdissectCommand.Root(new Terminal(nowhere, nowhere, false, 80)).Subcommands.Select(verb => verb.Name).Except(verbs)
            // It goes on until it is told to stop.
            .ShouldBe(["serve"]);
        Repository.Read("README.md").ShouldContain("dotnet run -c Release --project src/Prefdissect.Cli -- demo\n");
        Repository.Read("README.md").ShouldContain("dotnet test -c Release\n");
    }

    [Fact]
    public void Every_figure_shown_is_one_that_a_page_draws()
    {
        var drawn = Repository.Pages.SelectMany(page => FencedBlock.Of(page, Repository.Read(page)).Where(block => block.IsShell)).SelectMany(DocumentedCommand.Of)
            .SelectMany(command => command.Arguments).Where(word => word.StartsWith("docs/figures/", StringComparison.Ordinal)).ToHashSet();
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "figures")).Select(path => $"docs/figures/{Path.GetFileName(path)}").ShouldBe(drawn, ignoreOrder: true);
    }

    [Theory]
    [InlineData("  well formatted   66.0 [63.5, 68.4]  liked   0.66  >0.999", "well formatted 65.9 [63.4, 68.5] liked 0.67 >0.999", true)]
    [InlineData("  well formatted   66.0 [63.5, 68.4]  liked   0.66  >0.999", "well formatted 65.9 [63.4, 68.5] disliked 0.67 >0.999", false)]
    [InlineData("  well formatted   66.0 [63.5, 68.4]  liked   0.66  >0.999", "well formatted 46.0 [43.4, 48.5] liked 0.67 >0.999", false)]
    [InlineData("  300 pairs", "301 pairs", false)]
    [InlineData("…", "anything", true)]
    public void An_excerpt_is_compared_word_by_word_and_number_by_number(string shown, string printed, bool alike) => (Excerpt.NotIn(shown, printed).Count == 0).ShouldBe(alike);

    private static void CompareOrWrite(string drawn)
    {
        var shown = Path.Combine(Repository.Root, "docs", "figures", Path.GetFileName(drawn));
        if (Repository.Writes) File.Copy(drawn, shown, overwrite: true);
        new FileInfo(shown).Length.ShouldBeLessThan(300_000);
        Excerpt.NotIn(Texts(shown), Texts(drawn)).ShouldBeEmpty($"{shown} is not what its command draws; set {Repository.WriteVariable}=1 and run this test to draw it anew.");
        Excerpt.NotIn(Texts(drawn), Texts(shown)).ShouldBeEmpty($"{shown} lacks what its command draws; set {Repository.WriteVariable}=1 and run this test to draw it anew.");
    }

    private static string Texts(string svg) =>
        string.Join('\n', XDocument.Load(svg).Descendants().Where(element => element.Name.LocalName is "title" or "text").Select(element => element.Value));
}
