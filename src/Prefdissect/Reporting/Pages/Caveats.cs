using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.Pages;

/// <summary>What a reader of a dissection may not conclude.</summary>
internal static class Caveats
{
    public static IEnumerable<string> Of(PageContents contents)
    {
        if (contents.View.Simulated)
        {
            yield return "Simulated votes: they show that planted preferences are found again, and say nothing about any person or model.";
        }
        yield return "Association is not cause: a property can stand in for something that goes with it and is not measured.";
        yield return "A property is what this annotator measures. Where the annotator errs, weights are pulled towards indifference or onto neighbouring properties.";
        yield return "A degree of preference holds with the other properties of the fit equal; fits with other properties, pairs or annotators are not the same measurement.";
        yield return "Unclear is not indifferent: the data may be too few to tell.";
        yield return "Many intervals are read at once; each judge's table says how many signs among those called are expected to be wrong.";
        yield return "That votes are predicted better than by a coin does not make the properties their reason, and length alone often predicts nearly as well.";
        yield return "The pairs decide what can be seen: other queries, other models and other languages may give other preferences.";
        if (FlagText.Of(FlaggedFit.Among(contents.View.Fits)) is { } flagged)
        {
            yield return flagged + " A sign is a flag, not a verdict; but a model that rates or judges may have followed such a text, and then the weights tell of that.";
        }
        if (contents.View.Fits.Select(fit => fit.Subject.Group).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            yield return "That a property is called in one group and not in another is not by itself a difference between the groups.";
        }
    }
}
