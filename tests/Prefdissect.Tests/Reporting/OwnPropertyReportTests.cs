using System.Text.RegularExpressions;
using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Properties;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows;
using Group = Prefdissect.Pairs.Group;

namespace Prefdissect.Tests.Reporting;

public sealed partial class OwnPropertyReportTests
{
    private static readonly Property Cites = new("cites a <source>", "cites", PropertyKind.Basic, ComparisonRule.MoreIsMore, "Names where a claim comes from, \"as\" a reader could look it up.");
    private static readonly Property Asks = new("asks before acting", "asks", PropertyKind.QuerySpecific, ComparisonRule.MoreIsMore, "Asks for leave before it does what cannot be undone.") { NeedsQuery = true };
    private static readonly Provenance Provenance = new() { Command = "dissect" };

    [Fact]
    public void A_figure_of_several_judges_puts_an_own_property_under_the_heading_of_its_kind_after_the_published_ones()
    {
        var rows = DissectionFigure.Of(View(), Group.All, Provenance).Rows;
        rows.Select(row => (row.Label, row.Group)).ShouldBe([("clear", "Basic"), ("cites", "Basic"), ("satisfy constraints", "Query-specific"), ("asks", "Query-specific")]);
    }

    [Fact]
    public void Its_tooltip_is_its_name_and_definition_in_figure_and_page_with_markup_escaped()
    {
        var view = View();
        var svg = DissectionFigure.Of(view, Group.All, Provenance).ToSvg(new Canvas());
        Titles(svg).ShouldContain("cites a <source>: Names where a claim comes from, \"as\" a reader could look it up.");
        svg.ShouldNotContain("<source>");
        var page = new StringWriter();
        DissectionPage.Write(page, view, StudySimilarity.Of(view), Provenance);
        Titles(page.ToString()).ShouldContain("asks before acting: Asks for leave before it does what cannot be undone.");
        page.ToString().ShouldNotContain("<source>");
    }

    [Fact]
    public void The_page_says_what_it_means_and_that_it_is_not_published()
    {
        var page = new StringWriter();
        DissectionPage.Write(page, View(), null, Provenance);
        var text = System.Net.WebUtility.HtmlDecode(page.ToString());
        text.ShouldContain("Names where a claim comes from, \"as\" a reader could look it up.");
        text.ShouldContain("Not among the published properties: cites and asks.");
    }

    [Fact]
    public void Its_weight_stands_in_the_document_and_the_table_of_all_weights()
    {
        var view = View();
        DissectDocument.Of(view, Provenance).Weights.Where(weight => weight.Judge == "b").Select(weight => (weight.Property, weight.Mean)).ShouldContain(("cites", -0.25));
        var table = DissectionTables.Weights(view);
        var property = table.Columns.Index().First(column => column.Item.Heading == "property").Index;
        table.Rows.Count(row => row[property] == "cites").ShouldBe(2);
    }

    private static DissectionView View() => FitsByHand.View(Fit("a", 0.5), Fit("b", -0.25)) with { Properties = PropertySet.Published.With([Cites, Asks]) };

    private static JudgeFit Fit(string judge, double mean) => FitsByHand.Fit(
        judge, Group.All, FitsByHand.Weight("clear", 0.1), FitsByHand.Weight("satisfy constraints", 0.2), FitsByHand.Weight("cites", mean), FitsByHand.Weight("asks", 0.3));

    private static IEnumerable<string> Titles(string markup) => Title().Matches(markup).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();
}
