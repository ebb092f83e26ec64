using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Measures the mistakes of an annotator of a study against another one that is taken to be right.</summary>
internal static class AnnotatorMistakes
{
    private const int ReasonsShown = 3;

    /// <summary>The mistakes.</summary>
    /// <param name="study">The study.</param>
    /// <param name="rated">The study as the annotator sees it.</param>
    /// <param name="trusted">Name of the annotator that is taken to be right.</param>
    /// <param name="options">How fits are made.</param>
    /// <exception cref="RequestException">There is no such annotator, it is no measure of the other, or no property has pairs enough that both rated.</exception>
    public static DoublyRatedPairs Of(Study study, RatedStudy rated, string trusted, DissectionOptions options)
    {
        if (PriorSpecification.Parse(options.Prior) is not IIndependentPrior)
            throw new RequestException($"Under {options.Prior} there is no correction for the annotator's mistakes, which needs the mode of the posterior: use --prior laplace:SCALE or normal:SCALE.");
        var against = AnnotatorChoice.Of(new StudyReader(study).Annotators(), trusted, "--annotator-error");
        if (against == rated.Annotator)
            throw new RequestException($"--annotator-error {trusted}: the fit uses the ratings of '{against.Id}' itself. Name an annotator that you trust more, such as a person who rated some of the pairs.");
        if (against.IsRepeat || rated.Annotator.IsRepeat)
            throw new RequestException($"--annotator-error {trusted}: a repeat shows how steady a model is, not how often it is wrong. Name another annotator that rated some of the pairs.");
        var measured = Measured(study, rated, trusted);
        var ofRated = measured.Confusions.Where(of => of.Pairs > 0 || of.Obstacle is not null).ToList();
        if (measured.Count == 0)
        {
            throw new RequestException($"No pair is rated by both '{rated.Annotator.Id}' and '{against.Id}' on a property that both know. "
                + $"Rate some of the pairs that '{against.Id}' rated with `prefdissect annotate -s {ShellWord.Of(study.Path)}`, or name another annotator.");
        }
        if (ofRated.Exists(of => of.Obstacle is null && of.Pairs > 0)) return measured;
        var reasons = ofRated.OrderByDescending(of => of.Pairs).Take(ReasonsShown).Select(of => $"{of.Property}: {of.Obstacle}");
        throw new RequestException($"The mistakes of '{rated.Annotator.Id}' cannot be told from the ratings of '{against.Id}': {string.Join("; ", reasons)}{(ofRated.Count > ReasonsShown ? "; …" : "")}. "
            + $"It takes {MeasuredConfusion.FewestPairs} pairs that both rated: rate more, or fit without --annotator-error.");
    }

    /// <summary>What the ratings of two annotators tell, be it enough or not.</summary>
    public static DoublyRatedPairs Measured(Study study, RatedStudy rated, string trusted)
    {
        var against = AnnotatorChoice.Of(new StudyReader(study).Annotators(), trusted, "--annotator-error");
        var other = new RatedStudy(study, against);
        return new DoublyRatedPairs(against, rated.Properties, rated.Pairs, other.Properties, other.Pairs);
    }
}
