using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Pages;

/// <summary>Pairs with their texts, as plain text: nothing in them is read as markup.</summary>
internal sealed class SampleSection(PageWriter page, ReportView view)
{
    public void Write()
    {
        page.Element("p class=\"quiet\"", $"{Rounded.Count(view.Samples.Count, "pair", "pairs")} of {Rounded.Count(view.Pairs)}, those first on which the judges are split most evenly. "
            + $"Of a text, the first {Rounded.Count(ReportSections.MostCharacters)} characters are shown. Texts are shown as they are, as plain text.");
        foreach (var sample in view.Samples) page.Element("article class=\"sample\"", () => Sample(sample));
    }

    private void Sample(SamplePair sample)
    {
        page.Element("h3", $"Pair {sample.Pair.Hash.ToString()[..12]}");
        foreach (var turn in sample.Pair.Query.Turns)
        {
            page.Element("p class=\"quiet\"", sample.Pair.Query.Turns.Count == 1 ? "query" : PlainText.Name(turn.Role));
            Text(turn.Text);
        }
        page.Element("div class=\"sides\"", () =>
        {
            Side("First response", sample.Pair.First, [.. sample.Votes.Where(of => of.Votes.Sign > 0).Select(of => of.Judge)]);
            Side("Second response", sample.Pair.Second, [.. sample.Votes.Where(of => of.Votes.Sign < 0).Select(of => of.Judge)]);
        });
        var undecided = sample.Votes.Where(of => of.Votes.Sign == 0).Select(of => PlainText.Name(of.Judge)).ToList();
        if (undecided.Count > 0) page.Element("p", $"Undecided: {PlainText.Joined(undecided)}.");
    }

    private void Side(string heading, string text, IReadOnlyList<string> judges) => page.Element("div", () =>
    {
        page.Element("p class=\"quiet\"", heading);
        Text(text);
        page.Element("p", judges.Count == 0 ? "Preferred by none." : $"Preferred by {PlainText.Joined([.. judges.Select(PlainText.Name)])}.");
    });

    private void Text(string text) => page.Element("div class=\"text\" tabindex=\"0\"", () => page.Lines(text, ReportSections.MostCharacters));
}
