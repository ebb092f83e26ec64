using System.Globalization;
using Prefdissect.Figures;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>The sections of an interactive report, from top to bottom.</summary>
internal sealed class ReportSections(PageWriter page, ReportContents contents, ReportDrawings drawings)
{
    /// <summary>Most characters of a text that a sample shows.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Writes the body of the page, but for data and script.</summary>
    public void Write()
    {
        page.Element("header", Header);
        page.Element("main", () =>
        {
            Section("dissection", "Likes and dislikes", Dissection);
            if (contents.Similarities.Count > 0) Section("similarity", "Who prefers alike", Similarity);
            if (contents.Judges.Count > 1) Section("contrast", "In what two judges differ", Contrast);
            if (contents.Study is { } study)
            {
                Section("health", "Can the numbers be trusted", () => Health(study.Dissection));
                Section("bias", "How judges are biased", () => Bias(study));
                if (study.Samples.Count > 0) Section("samples", "Pairs", () => new SampleSection(page, study).Write());
            }
            Section("limits", "What may not be concluded", Limits);
            Section("properties", "What the properties mean", Properties);
        });
        page.Element("footer", Provenance);
        page.Markup("<div class=\"tip\" hidden></div>\n");
    }

    private void Section(string id, string heading, Action content) => page.Element($"section id=\"{id}\" aria-labelledby=\"{id}-heading\"", () =>
    {
        page.Element($"h2 id=\"{id}-heading\"", heading);
        content();
    });

    private void Header()
    {
        PageHeader.Title(page, contents.Title, contents.Study?.Dissection.Simulated == true);
        page.Element("p", contents.Study is { } study
            ? $"{Rounded.Count(contents.Judges.Count, "judge", "judges")} on {Rounded.Count(contents.Groups.Count, "group", "groups")} of pairs, "
                + $"{Rounded.Count(study.Dissection.Fits.Count, "fit", "fits")}, ratings by {PlainText.Joined([.. study.Dissection.Fits.Select(fit => PlainText.Name(fit.Subject.Annotator.Id)).Distinct()])}."
            : "The judges of Dissecting Human and LLM Preferences (ACL 2024), from their published posterior-mean weights of 29 properties on 11 scenarios and 5 subsets.");
        page.Element("p", "The degree of preference of a property is how often a response that has more of it wins, all else in the fit equal: above 50 % it is liked, below disliked."
            + (contents.Study is null ? "" : " Thick bars are 50 %, thin bars 95 % intervals; a hollow mark says that the 95 % interval includes 50 %."));
        PageHeader.Links(page, Links());
        page.Element("noscript", () => page.Element("p class=\"warning\"", "This page needs its script to choose judges and groups. `prefdissect dissect --html` writes one that needs none."));
    }

    private IEnumerable<(string Id, string Text)> Links()
    {
        (string Id, string Text, bool Is)[] links =
        [
            ("dissection", "Figure", true), ("similarity", "Similarity", contents.Similarities.Count > 0), ("contrast", "Contrast", contents.Judges.Count > 1),
            ("health", "Health", contents.Study is not null), ("bias", "Bias", contents.Study is not null), ("samples", "Pairs", contents.Study?.Samples.Count > 0),
            ("limits", "Limits", true), ("properties", "Properties", true), ("provenance", "Provenance", true),
        ];
        return links.Where(link => link.Is).Select(link => (link.Id, link.Text));
    }

    private void Dissection()
    {
        Stale();
        page.Element("div class=\"controls\"", () =>
        {
            Select("group", "Group", contents.Groups.Select(of => contents.GroupName(of.Group)));
            page.Element("label", () =>
            {
                page.Element("span", "Order of properties");
                page.Element("select id=\"order\"", () =>
                {
                    page.Element("option value=\"kind\"", "by kind, as published");
                    page.Element("option value=\"name\"", "by name");
                    page.Element("option value=\"spread\"", "by disagreement of the judges shown");
                });
            });
            if (contents.Judges.Count > 1)
            {
                page.Element("label", () =>
                {
                    page.Element("span", "View");
                    page.Element("select id=\"view\"", () =>
                    {
                        page.Element("option value=\"dots\"", "dots and intervals");
                        page.Element("option value=\"map\"", "map");
                    });
                });
            }
        });
        page.Element($"fieldset class=\"pick\" id=\"judges\" data-most=\"{DegreesChart.MostChosen}\"", () =>
        {
            page.Element("legend", contents.Judges.Count > DegreesChart.MostChosen ? $"Judges: any number; of more than {DegreesChart.MostChosen} a map is shown" : "Judges");
            if (contents.Judges.Count > 2)
            {
                page.Element("div class=\"all\"", () =>
                {
                    page.Element("button type=\"button\" id=\"judges-all\"", "All");
                    page.Element("button type=\"button\" id=\"judges-first\"", "First shown");
                });
            }
            foreach (var (i, judge) in contents.Judges.Index()) Choice(i, judge);
        });
        drawings.Degrees();
        page.Element("ol class=\"columns quiet\" id=\"map-columns\" hidden", "");
        Save("degrees", "the figure");
        page.Element("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of degrees\" id=\"degrees-table\"", "");
    }

    private void Stale()
    {
        if (contents.Study?.Dissection.Stale.Count is > 0 and var stale)
            page.Element("p class=\"warning\"", $"{Rounded.Count(stale, "fit is", "fits are")} out of date: votes or ratings changed since. Run `prefdissect fit` again.");
    }

    private void Choice(int place, string judge)
    {
        var on = drawings.First.Contains(place) ? " checked" : "";
        page.Element("label", () =>
        {
            page.Markup(string.Create(CultureInfo.InvariantCulture,
                $"<input type=\"checkbox\" value=\"{place}\"{on}><span class=\"swatch colour-{Palette.ColourIndex(place)} shape-{(int)Palette.Shape(place)}\"></span>"));
            page.Element("span", PlainText.Name(judge));
        });
    }

    private void Similarity()
    {
        page.Element("div class=\"controls\"", () =>
        {
            Select("metric", "Measure", contents.Similarities.Select(view => SimilarityTables.MetricText(view.Matrix.Metric)));
            page.Element("label", () =>
            {
                page.Element("span", "Order of judges");
                page.Element("select id=\"similarity-order\"", () =>
                {
                    page.Element("option value=\"clustered\"", "alike side by side");
                    page.Element("option value=\"size\"", "by size of the model");
                    page.Element("option value=\"name\"", "by name");
                });
            });
        });
        drawings.Similarities();
        Save("similarity", "the matrix");
        page.Element("p class=\"quiet\"", "A cell leads to the contrast of its two judges.");
        drawings.Maps();
        Save("map", "the map");
        page.Element("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of similarities\" id=\"similarity-table\"", "");
    }

    private void Contrast()
    {
        page.Element("div class=\"controls\"", () =>
        {
            Select("greater", "Judge", contents.Judges.Select(PlainText.Name));
            Select("lesser", "less", contents.Judges.Select(PlainText.Name));
            Select("contrast-group", "Group", contents.Groups.Select(of => contents.GroupName(of.Group)));
            page.Element("button type=\"button\" id=\"show-both\"", "Show both in the figure above");
        });
        if (contents.Study?.ContrastsReason is { } reason) page.Element("p class=\"quiet\"", reason);
        page.Element("div class=\"pair\"", () =>
        {
            drawings.Contrasts();
            page.Element("div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of differences\" id=\"contrast-table\"", "");
        });
        Save("contrast", "the contrast");
    }

    private void Health(DissectionView view)
    {
        var healthy = view.Fits.Count(fit => fit.Health.IsHealthy);
        page.Element("p", healthy == view.Fits.Count
            ? "The chains of every fit agree, with draws enough and no divergences. That says that the posterior is computed well, not that the model is right."
            : $"{Rounded.Count(view.Fits.Count - healthy)} of {Rounded.Count(view.Fits.Count)} fits should not be relied on as they are; the table says why.");
        page.Table(HealthTable.Of(view.Fits.OrderBy(fit => fit.Health.IsHealthy), view));
    }

    private void Bias(ReportView view)
    {
        if (view.Biases is not { } biases)
        {
            page.Element("p", view.BiasesReason ?? "Biases were not measured.");
            return;
        }
        foreach (var judge in biases.Judges)
        {
            page.Element(biases.Judges.Count == 1 ? "details open" : "details", () =>
            {
                page.Element("summary", PlainText.Name(judge.Judge.Name));
                page.Table(BiasTables.Of(judge));
                if (judge.Agreements.Count > 0) page.Table(BiasTables.Agreements(judge));
                foreach (var line in BiasTables.Missing(judge)) page.Element("p class=\"quiet\"", line.Trim());
            });
        }
    }

    private void Limits() => page.Element("ul", () =>
    {
        var limits = contents.Study is { } study
            ? Caveats.Of(new PageContents(study.Dissection, null, contents.Provenance))
            :
            [
                "Association is not cause: a property can stand in for something that goes with it and is not measured.",
                "A property is what the annotator of the paper, GPT-4, measured.",
                "The weights were published as means: how sure they are was not, and small differences may be chance.",
                "The pairs decide what can be seen: other queries, other models and other languages may give other preferences.",
            ];
        foreach (var limit in limits) page.Element("li", limit);
    });

    private void Properties() => page.Table(new ReportTable([new("property"), new("a response that has much of it")],
        [.. contents.Properties.All.Select(property => (IReadOnlyList<string>)[PlainText.Name(property.ShortName), PlainText.OneLine(property.Definition)])]));

    private void Provenance()
    {
        page.Element("h2 id=\"provenance\"", "Provenance");
        page.Element("dl class=\"facts\"", () =>
        {
            Fact("program", $"Prefdissect {contents.Provenance.Version}");
            Fact("command", contents.Provenance.Command);
            foreach (var (name, value) in contents.Provenance.Options.OrderBy(option => option.Key, StringComparer.Ordinal)) Fact(name, value);
            if (contents.Provenance.Data is { } data) Fact("data", data);
            if (contents.Provenance.Seed is { } seed) Fact("seed", seed.ToString(CultureInfo.InvariantCulture));
        });

        void Fact(string name, string value)
        {
            page.Element("dt", PlainText.Name(name));
            page.Element("dd", value);
        }
    }

    private void Select(string id, string label, IEnumerable<string> options) => page.Element("label", () =>
    {
        page.Element("span", label);
        page.Element($"select id=\"{id}\"", () =>
        {
            foreach (var (i, option) in options.Index()) page.Element($"option value=\"{i.ToString(CultureInfo.InvariantCulture)}\"", option);
        });
    });

    private void Save(string figure, string what) => page.Element($"div class=\"save\" data-save=\"{figure}\"", () =>
    {
        page.Element("span", $"Save {what}:");
        foreach (var format in new[] { "SVG", "PNG", "CSV", "JSON" })
        {
            page.Element($"button type=\"button\" data-format=\"{format.ToLowerInvariant()}\" aria-label=\"Save {what} as {format}\"", format);
        }
    });
}
