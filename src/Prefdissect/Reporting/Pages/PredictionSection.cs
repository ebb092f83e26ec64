namespace Prefdissect.Reporting.Pages;

/// <summary>The section on votes that the fits have not seen.</summary>
internal sealed class PredictionSection(PageWriter page, PageContents contents)
{
    /// <summary>Most rows that are shown without being asked for.</summary>
    private const int MostRowsInSight = 12;

    public void Write()
    {
        var predicted = contents.View.Fits.Where(fit => fit.Folds?.Quality is not null).ToList();
        if (predicted.Count == 0)
        {
            page.Element("p", $"No votes were left out to be predicted: {PredictionLines.Missing(contents.View.Fits[0])}.");
            return;
        }
        page.Element("p", "Every vote is predicted by a fit that has not seen its pair, and beside it by a fit of length alone; a coin has accuracy 50 %, "
            + $"log loss {Rounded.Number(Math.Log(2), 3)} and AUC 0.500. Every pair counts in both orientations. Brackets are 95 % intervals over resampled queries.");
        if (predicted.Count < contents.View.Fits.Count)
        {
            page.Element("p class=\"quiet\"", $"{Rounded.Count(contents.View.Fits.Count - predicted.Count, "fit has", "fits have")} no such numbers.");
        }
        var main = predicted.Where(fit => fit.Subject.Group == contents.MainGroup).ToList();
        page.Table(PredictionTables.Of(predicted.Count <= MostRowsInSight || main.Count == 0 ? predicted : main));
        if (predicted.Count > MostRowsInSight && main.Count > 0)
        {
            page.Element("details", () =>
            {
                page.Element("summary", $"All {Rounded.Count(predicted.Count)} fits");
                page.Table(PredictionTables.Of(predicted));
            });
        }
        foreach (var fit in main)
        {
            page.Element("details", () =>
            {
                page.Element("summary", $"{PlainText.Name(fit.Subject.Judge)}: calibration, and what each property adds");
                var quality = fit.Folds!.Quality!;
                page.Table(PredictionTables.Calibration(quality));
                if (quality.BeyondLength.Count > 0) page.Table(PredictionTables.BeyondLength(quality));
                else page.Element("p class=\"quiet\"", $"Nothing is compared with length alone: {quality.NoLengthReason ?? "no other property is in the fit"}.");
            });
        }
    }
}
