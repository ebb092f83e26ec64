using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Prefdissect.Dissecting;
using Prefdissect.Reporting;
using Prefdissect.Workflows;
using Group = Prefdissect.Pairs.Group;

namespace Prefdissect.Tests.Reporting;

public sealed class DissectionPageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=http://evil.example/x onerror=alert(1)>&amp;]]>-->";

    private static readonly DissectionView Two = FitsByHand.View(
        FitsByHand.Whole("human", Group.All, 1), FitsByHand.Whole("human", "Code", 2), FitsByHand.Whole("gpt", Group.All, 3), FitsByHand.Whole("gpt", "Code", 4));

    [Fact]
    public void Every_figure_is_well_formed_and_has_an_id_of_its_own()
    {
        var svgs = Svgs(Page(Two));
        svgs.Count.ShouldBe(2 + 2 * 2 + 2 + 2); // overview, two judges, two groups, similarity
        svgs.Select(svg => svg.Root!.Attribute("id")!.Value).ShouldBeUnique();
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var page = Page(Two.Simulated());
        page.ShouldContain("default-src 'none'");
        page.ShouldNotContain("script-src");
        foreach (var loads in new[] { "src=", "<script", "<link", "<iframe", "<object", "@import", "@font-face", "javascript:" }) page.ShouldNotContain(loads);
        Regex.Matches(page, "https?://[^\"' <]*").Select(match => match.Value).Distinct().ShouldBe(["http://www.w3.org/2000/svg"]);
        Regex.Matches(page, @"(?:xlink:)?href=""([^""]*)""").ShouldAllBe(match => match.Groups[1].Value.StartsWith('#'));
        Regex.Matches(page, @"url\(([^)]*)\)").ShouldAllBe(match => match.Groups[1].Value.StartsWith('#'));
    }

    [Fact]
    public void The_figures_share_one_style_sheet_and_take_their_colours_from_the_page()
    {
        var page = Page(Two);
        Regex.Count(page, "<style").ShouldBe(1);
        page.ShouldContain(".drawing .ink{");
        page.ShouldContain(":root:has(#theme-dark:checked){--paper:");
        Regex.Count(page, "--paper:").ShouldBe(4);
    }

    [Fact]
    public void Hostile_names_are_text_everywhere()
    {
        var fits = new[] { FitsByHand.Fit(Hostile, Group.All, FitsByHand.Weight(Hostile, 0.5)), FitsByHand.Fit(Hostile, "x=" + Hostile, FitsByHand.Weight(Hostile, 0.5)) };
        var page = Page(FitsByHand.View(fits), new Provenance { Command = Hostile, Options = new Dictionary<string, string> { [Hostile] = Hostile } });
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldContain("&lt;script&gt;alert(1)");
        Svgs(page).ShouldNotBeEmpty();
        Elements(page).ShouldBe(Elements(Page(FitsByHand.View([.. fits.Select((fit, i) => fit with { Subject = fit.Subject with { Judge = "j", Group = i == 0 ? Group.All : "g" } })]),
            new Provenance { Command = "c", Options = new Dictionary<string, string> { ["a"] = "b" } })));
    }

    [Fact]
    public void Endless_names_are_shortened()
    {
        var name = new string('W', 10_000);
        Page(FitsByHand.View(FitsByHand.Fit(name, Group.All, FitsByHand.Weight("clear", 1)))).ShouldNotContain(new string('W', 100));
    }

    [Fact]
    public void The_same_view_writes_the_same_page_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Page(Two);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Page(Two).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_number_is_missing()
    {
        var page = Page(Two.Simulated());
        foreach (var word in new[] { "NaN", "Infinity", "∞" }) page.ShouldNotContain(word, Case.Sensitive);
    }

    [Fact]
    public void Simulated_data_is_marked_in_title_head_findings_judges_figures_and_limits()
    {
        var page = Page(Two.Simulated());
        page.ShouldContain("<title>What 2 judges prefer (simulated)</title>");
        Regex.Count(page, "<span class=\"badge\">simulated data</span>").ShouldBe(1 + 2);
        page.ShouldContain("Simulated votes:");
        Svgs(page).ShouldAllBe(svg => svg.ToString().Contains("simulated data"));
    }

    [Fact]
    public void Nothing_is_called_simulated_where_nothing_is() => Page(Two).ShouldNotContain("simulated", Case.Insensitive);

    [Fact]
    public void Without_a_fit_over_all_pairs_the_largest_group_stands_first()
    {
        var page = Page(FitsByHand.View(FitsByHand.Whole("human", "Code", 1), FitsByHand.Whole("human", "Advice", 2)));
        page.ShouldContain("No fit over all pairs is shown; Code is the largest group that is.");
        page.ShouldContain("There are no two judges whose weights over all pairs could be compared.");
    }

    [Fact]
    public void A_single_weight_makes_a_page() => Svgs(Page(FitsByHand.View(FitsByHand.Fit("human", Group.All, FitsByHand.Weight("clear", 0.2))))).ShouldNotBeEmpty();

    [Fact]
    public void A_page_without_fits_is_refused() => Should.Throw<ArgumentException>(() => Page(FitsByHand.View()));

    [Fact]
    public void Complaints_and_stale_fits_are_seen_without_opening_anything()
    {
        var fit = FitsByHand.Whole("human", Group.All, 1) with { Health = FitsByHand.Healthy with { Problems = ["The chains disagree: R-hat of clear is 1.2."] } };
        var page = Page(FitsByHand.View(fit) with { Stale = new HashSet<FitSubject> { fit.Subject } });
        var top = page[..page.IndexOf("<h2>Judge by judge", StringComparison.Ordinal)];
        top.ShouldContain("The chains disagree: R-hat of clear is 1.2");
        top.ShouldContain("1 fit is out of date");
        page.ShouldContain("1 of 1 fits should not be relied on");
    }

    [Fact]
    public void Key_findings_name_only_what_is_clear_of_indifference()
    {
        var page = Page(FitsByHand.View(FitsByHand.Fit("human", Group.All, FitsByHand.Weight("lengthy", 0.5, 0.04), FitsByHand.Weight("polite", 0.02))));
        page.ShouldContain("<p>Likes lengthy 62.2 [60.4, 64.1].</p>");
        page.ShouldContain("<p>Dislikes nothing clearly.</p>");
    }

    [Fact]
    public void Eight_judges_in_twelve_groups_stay_under_three_megabytes()
    {
        var fits =
            from judge in Enumerable.Range(0, 8)
            from name in new[] { Group.All }.Concat(Group.PublishedScenarios)
            select FitsByHand.Whole($"judge {judge}", name, judge, properties: 14);
        Page(FitsByHand.View([.. fits]).Simulated()).Length.ShouldBeLessThan(3_000_000);
    }

    private static string Page(DissectionView view, Provenance? provenance = null)
    {
        using var writer = new StringWriter();
        DissectionPage.Write(writer, view, StudySimilarity.Of(view), provenance ?? new Provenance { Command = "dissect" });
        return writer.ToString();
    }

    private static List<XDocument> Svgs(string page) => [.. Regex.Matches(page, "<svg.*?</svg>", RegexOptions.Singleline).Select(match => XDocument.Parse(match.Value))];

    /// <summary>The elements of the page around the figures, in order.</summary>
    private static List<string> Elements(string page) =>
        [.. Regex.Matches(Regex.Replace(page, "<svg.*?</svg>", "", RegexOptions.Singleline), @"<(\w+)").Select(match => match.Groups[1].Value)];
}
