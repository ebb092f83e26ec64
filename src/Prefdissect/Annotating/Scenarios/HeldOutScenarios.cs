using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>How well a classifier by words tells scenarios of queries that it has not learned from.</summary>
/// <param name="Guesses">The told and the guessed scenario of every labelled query.</param>
public sealed record HeldOutScenarios(IReadOnlyList<(string Told, string Guessed)> Guesses)
{
    /// <summary>Share of queries whose scenario is guessed.</summary>
    public double Accuracy => Share(Guesses, name => name);

    /// <summary>Learns from all folds but one and guesses that one, for each fold. The same query never stands on both sides.</summary>
    /// <param name="labelled">The labelled queries, at least one.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <exception cref="ArgumentException">There is no query, or a scenario is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds.</exception>
    public static HeldOutScenarios Of(IReadOnlyList<LabelledQuery> labelled, int folds = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (labelled.Count == 0) throw new ArgumentException("There is no labelled query.", nameof(labelled));
        // By the order of hashes, so that folds are of one size whatever the texts are.
        var places = labelled.Select(of => new Query(of.Query).Hash).Distinct().Order().Index().ToDictionary(entry => entry.Item, entry => entry.Index % folds);
        var byFold = labelled.ToLookup(of => places[new Query(of.Query).Hash]);
        return new HeldOutScenarios([.. Enumerable.Range(0, folds).SelectMany(fold =>
        {
            var classifier = WordClassifier.Learn(byFold.Where(other => other.Key != fold).SelectMany(other => other));
            return byFold[fold].Select(of => (ScenarioList.Find(of.Scenario)!.Name, classifier.Classify(of.Query).Name));
        })]);
    }

    /// <summary>Share of queries of one scenario that are guessed, with their number.</summary>
    public (double Share, int Count) OfScenario(string scenario) => Of(scenario, name => name);

    /// <summary>Share of queries whose group is guessed.</summary>
    public double GroupAccuracy(ScenarioGroups groups) => Share(Guesses, groups.Of);

    /// <summary>Share of queries of one group whose group is guessed, with their number.</summary>
    public (double Share, int Count) OfGroup(string group, ScenarioGroups groups) => Of(group, groups.Of);

    /// <summary>How often queries of the first name are taken for the second, where these differ, most often first. Names are scenarios, or groups where groups are given.</summary>
    public IReadOnlyList<(string Told, string Guessed, int Count)> Confusions(ScenarioGroups? groups = null) =>
    [
        .. Guesses.Select(guess => groups is null ? guess : (Told: groups.Of(guess.Told), Guessed: groups.Of(guess.Guessed)))
            .Where(guess => guess.Told != guess.Guessed)
            .CountBy(guess => guess)
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.Told, StringComparer.Ordinal).ThenBy(entry => entry.Key.Guessed, StringComparer.Ordinal)
            .Select(entry => (entry.Key.Told, entry.Key.Guessed, entry.Value)),
    ];

    private (double, int) Of(string wanted, Func<string, string> name)
    {
        List<(string, string)> of = [.. Guesses.Where(guess => name(guess.Told) == wanted)];
        return (of.Count == 0 ? 0 : Share(of, name), of.Count);
    }

    private static double Share(IReadOnlyList<(string Told, string Guessed)> guesses, Func<string, string> name) =>
        guesses.Count == 0 ? 0 : (double)guesses.Count(guess => name(guess.Told) == name(guess.Guessed)) / guesses.Count;
}
