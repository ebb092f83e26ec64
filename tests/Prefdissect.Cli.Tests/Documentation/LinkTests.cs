using System.Text.RegularExpressions;

namespace Prefdissect.Cli.Tests.Documentation;

public partial class LinkTests
{
    [Fact]
    public void A_link_inside_the_repository_leads_somewhere() =>
        Repository.Pages.SelectMany(page => Link().Matches(Prose(Repository.Read(page))).Select(match => (Page: page, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !Leads(link.Page, link.Target))
            .Select(link => $"{link.Page}: {link.Target}").ShouldBeEmpty();

    private static bool Leads(string page, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]).Replace('\\', '/');
        var full = Path.GetFullPath(Path.Combine(Repository.Root, file));
        if (parts.Length == 1 || !file.EndsWith(".md", StringComparison.Ordinal)) return File.Exists(full) || Directory.Exists(full);
        return File.Exists(full) && Heading().Matches(Prose(File.ReadAllText(full).ReplaceLineEndings("\n"))).Any(match => Anchor(match.Groups[1].Value) == parts[1]);
    }

    private static string Anchor(string heading) => NotInAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static string Prose(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
