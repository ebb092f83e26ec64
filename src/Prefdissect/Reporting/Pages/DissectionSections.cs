using System.Globalization;
using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Pairs;

namespace Prefdissect.Reporting.Pages;

/// <summary>The sections of a dissection page, from top to bottom.</summary>
internal sealed class DissectionSections(PageWriter page, PageContents contents)
{
    /// <summary>Most judges that share one figure; of more, the intervals are shown judge by judge.</summary>
    private const int MostInFigure = 6;

    /// <summary>Most rows of a table of fits that is shown without being asked for.</summary>
    private const int MostRowsInSight = 12;

    private readonly PageDrawings drawings = new();

    /// <summary>Writes the body of the page.</summary>
    public void Write()
    {
        page.Element("header", Header);
        page.Element("main", () =>
        {
            Section("findings", "Key findings", Findings);
            Section("overview", "Likes and dislikes", Overview);
            Section("judges", "Judge by judge", Judges);
            Section("similarity", "Who prefers alike", Similarity);
            Section("prediction", "How well votes are predicted", new PredictionSection(page, contents).Write);
            Section("health", "Can the numbers be trusted", Health);
            Section("limits", "What may not be concluded", Limits);
            Section("properties", "What the properties mean", Properties);
        });
        page.Element("footer", Provenance);
    }

    private void Section(string id, string heading, Action content) => page.Element($"section id=\"{id}\"", () =>
    {
        page.Element("h2", heading);
        content();
    });

    private void Header()
    {
        PageHeader.Title(page, contents.Title, contents.View.Simulated);
        var fits = contents.View.Fits;
        var main = fits.Where(fit => fit.Subject.Group == contents.MainGroup).ToList();
        var each = contents.Judges.Count > 1 ? " each" : "";
        page.Element("p", $"{Rounded.Count(contents.Judges.Count, "judge", "judges")}, {FitLines.Pairs(main)}{each}, rated by {contents.AnnotatorNames}: "
            + $"{Rounded.Count(fits.Count, "fit", "fits")} of a logistic regression of the votes on what one response has more of.");
        page.Element("p", "The degree of preference of a property is how often a response that has more of it wins, all else in the fit equal: "
            + "above 50 % it is liked, below disliked. Brackets and thin bars are 95 % intervals. Figures mark the posterior median, tables and words give "
            + "the degree of the posterior mean, so that a last digit can differ.");
        PageHeader.Links(page,
        [
            ("overview", "Figure"), ("judges", "Judge by judge"), ("similarity", "Similarity"), ("prediction", "Prediction"), ("health", "Health"), ("limits", "Limits"),
            ("properties", "Properties"), ("provenance", "Provenance"),
        ]);
    }

    private void Findings()
    {
        if (contents.View.Stale.Count > 0)
        {
            page.Element("p class=\"warning\"", $"{Rounded.Count(contents.View.Stale.Count, "fit is", "fits are")} out of date: "
                + "votes or ratings changed since. Run `prefdissect fit` again.");
        }
        page.Element("div class=\"findings\"", () =>
        {
            foreach (var judge in contents.Judges) page.Element("div", () => Finding(judge));
        });
    }

    private void Finding(string judge)
    {
        var fit = contents.FitsOf(judge)[0];
        page.Element("h3", PlainText.Name(judge));
        var simulated = contents.IsSimulated(judge) ? " · simulated" : "";
        page.Element("p class=\"quiet\"", $"{GroupText.Of(fit.Subject.Group)} · {Rounded.Count(fit.Design.Pairs, "pair", "pairs")}{simulated}");
        foreach (var sentence in KeyFindings.Of(fit)) page.Element("p", sentence);
        if (!fit.Health.IsHealthy) page.Element("p class=\"warning\"", FitLines.Health(fit.Health).Text);
    }

    private void Overview()
    {
        var judges = contents.MainJudges;
        if (contents.MainGroup != Group.All)
        {
            page.Element("p class=\"quiet\"", $"No fit over all pairs is shown; {GroupText.Of(contents.MainGroup)} is the largest group that is.");
        }
        if (judges.Count == 0)
        {
            page.Element("p", "The fits hold no weights, so there is nothing to draw.");
            return;
        }
        if (judges.Count <= MostInFigure)
        {
            page.Markup(drawings.Both(Figure(contents.MainGroup, [.. judges]).ToSvg));
            return;
        }
        page.Markup(drawings.Both(new DissectionFigure(contents.View, contents.Provenance).MapOf(contents.MainGroup).ToSvg));
        page.Element("p class=\"quiet\"", "Too many judges for one figure with intervals: each has its own below.");
    }

    private void Judges()
    {
        foreach (var judge in contents.Judges)
        {
            page.Element(contents.Judges.Count == 1 ? "details open" : "details", () => Judge(judge));
        }
    }

    private void Judge(string judge)
    {
        var fits = contents.FitsOf(judge);
        page.Element("summary", () =>
        {
            page.Text(PlainText.Name(judge));
            page.Element("span", Rounded.Count(fits.Count, "group", "groups"));
            if (contents.IsSimulated(judge)) page.Element("span class=\"badge\"", FitLines.SimulatedBadge);
        });
        // With one judge the overview has just shown this figure.
        if (fits[0].Weights.Count > 0 && contents.Judges.Count > 1) page.Markup(drawings.Both(Figure(fits[0].Subject.Group, judge).ToSvg));
        Report(fits[0]);
        var groups = fits.Skip(1).ToList();
        if (groups.Count == 0) return;
        page.Element("details", () =>
        {
            page.Element("summary", () =>
            {
                page.Text("By group");
                page.Element("span", $"{Rounded.Count(groups.Count, "group", "groups")}, one figure each");
            });
            var axis = DissectionFigure.Spanning(contents.View, groups);
            page.Element("div class=\"grid\"", () =>
            {
                foreach (var fit in groups) page.Element("div", () => OfGroup(fit, axis));
            });
        });
    }

    private void OfGroup(JudgeFit fit, Interval axis)
    {
        if (fit.Weights.Count > 0) page.Markup(drawings.Small(OneOfMany(fit.Subject.Group, fit.Subject.Judge, axis).ToSvg));
        foreach (var line in FitLines.Of(fit, contents.View).Where(line => line.Kind is LineKind.Finding or LineKind.Prediction or LineKind.Warning)) Line(line);
    }

    private void Report(JudgeFit fit)
    {
        var report = DissectionTables.Of(fit, contents.View);
        page.Table(report.Table);
        foreach (var line in report.Lines) Line(line);
    }

    private void Line(ReportLine line)
    {
        var tag = line.Kind switch
        {
            LineKind.Warning => "p class=\"warning\"",
            LineKind.Detail => "p class=\"quiet\"",
            _ => "p",
        };
        page.Element(tag, char.ToUpperInvariant(line.Text[0]) + line.Text[1..] + ".");
    }

    private void Similarity()
    {
        if (contents.Similarity is not { Judges.Count: > 1 } matrix)
        {
            page.Element("p", "There are no two judges whose weights over all pairs could be compared.");
        }
        else
        {
            var provenance = contents.Provenance with { Data = contents.View.DataHash };
            page.Markup(drawings.Both(SimilarityFigure.Of(matrix, contents.View.SimulatedJudges, provenance, [.. contents.View.Fits.Where(fit => matrix.Groups.Contains(fit.Subject.Group))]).ToSvg));
        }
        var nearest = contents.Judges.Select(judge => (Judge: judge, Text: FitLines.Nearest(judge, contents.View))).Where(of => of.Text is not null).ToList();
        if (nearest.Count == 0) return;
        page.Element("ul", () =>
        {
            foreach (var (judge, text) in nearest) page.Element("li", $"{PlainText.Name(judge)}: {text}.");
        });
    }

    private void Health()
    {
        var healthy = contents.View.Fits.Count(fit => fit.Health.IsHealthy);
        page.Element("p", healthy == contents.View.Fits.Count
            ? $"The chains of {(healthy == 1 ? "the one fit" : $"all {Rounded.Count(healthy)} fits")} agree, with draws enough and no divergences. "
                + "That says that the posterior is computed well, not that the model is right."
            : $"{Rounded.Count(contents.View.Fits.Count - healthy)} of {Rounded.Count(contents.View.Fits.Count)} fits should not be relied on as they are; the table says why.");
        var unhealthy = contents.View.Fits.Where(fit => !fit.Health.IsHealthy).ToList();
        if (contents.View.Fits.Count <= MostRowsInSight)
        {
            page.Table(HealthTable.Of(contents.View.Fits, contents.View));
            return;
        }
        if (unhealthy.Count > 0) page.Table(HealthTable.Of(unhealthy, contents.View));
        page.Element("details", () =>
        {
            page.Element("summary", $"All {Rounded.Count(contents.View.Fits.Count)} fits");
            page.Table(HealthTable.Of(contents.View.Fits, contents.View));
        });
    }

    private void Limits() => page.Element("ul", () =>
    {
        foreach (var limit in Caveats.Of(contents)) page.Element("li", limit);
    });

    private void Properties()
    {
        var fitted = contents.View.Fits.SelectMany(fit => fit.Weights.Select(weight => weight.Property)).ToHashSet(StringComparer.Ordinal);
        page.Element("p class=\"quiet\"", $"Each is rated for both responses by {contents.AnnotatorNames}; what enters a fit is which response has more of it.");
        page.Table(new ReportTable([new("property"), new("a response that has much of it"), new("rated in"), new("in a fit")],
            [.. contents.View.Properties.All.Select(property => (IReadOnlyList<string>)
                [PlainText.Name(property.ShortName), PlainText.Name(property.Definition), PlainText.Name(property.Unit), fitted.Contains(property.ShortName) ? "yes" : "no"])]));
        var others = contents.View.Properties.Own.Select(property => property.ShortName).Union(fitted.Where(name => contents.View.Properties.Find(name) is null)).Select(PlainText.Name).ToList();
        if (others.Count > 0) page.Element("p", $"Not among the published properties: {PlainText.Joined(others)}.");
    }

    private void Provenance()
    {
        page.Element("h2 id=\"provenance\"", "Provenance");
        page.Element("dl class=\"facts\"", () =>
        {
            Fact("program", $"Prefdissect {contents.Provenance.Version}");
            Fact("command", contents.Provenance.Command);
            foreach (var (name, value) in contents.Provenance.Options.OrderBy(option => option.Key, StringComparer.Ordinal)) Fact(name, value);
            if (contents.View.DataHash is { } data) Fact("data", data);
            if (contents.Provenance.Seed is { } seed) Fact("seed", seed.ToString(CultureInfo.InvariantCulture));
            foreach (var options in contents.View.Fits.Select(fit => fit.Options).Distinct())
            {
                var ties = options.Ties == TieRule.Half ? "half" : "dropped";
                var flags = options.Flags == FlagRule.LeaveOut ? ", flagged responses left out" : "";
                Fact("fits", string.Create(CultureInfo.InvariantCulture,
                    $"prior {options.Prior}, {options.Chains} chains of {options.Warmup} + {options.Draws} draws, seed {options.Seed}, ties {ties}, folds {FoldText.Of(options.Folds)}{flags}"));
            }
        });

        void Fact(string name, string value)
        {
            page.Element("dt", PlainText.Name(name));
            page.Element("dd", value);
        }
    }

    private DotAndWhisker Figure(string group, params string[] judges) => new DissectionFigure(contents.View, contents.Provenance) { Judges = judges }.Of(group);

    private DotAndWhisker OneOfMany(string group, string judge, Interval axis) =>
        new DissectionFigure(contents.View, contents.Provenance) { Judges = [judge], Order = RowOrder.Published, Axis = axis, HasDefinitions = false }.Of(group);
}
