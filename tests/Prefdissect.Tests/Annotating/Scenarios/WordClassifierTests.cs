using System.Globalization;
using System.Text;
using Prefdissect.Annotating.Scenarios;
using Prefdissect.Tests.Architecture;

namespace Prefdissect.Tests.Annotating.Scenarios;

public class WordClassifierTests
{
    private static bool Writes => Environment.GetEnvironmentVariable("PREFDISSECT_WRITE_DOCS") == "1";

    [Fact]
    public void The_table_of_words_is_what_the_labelled_queries_teach()
    {
        var path = Path.Combine(SourceFile.Root, "src/Prefdissect/Annotating/Scenarios/words.txt");
        var learned = WordTable.Learn(AutoJ.Queries()).Write();
        if (Writes) File.WriteAllText(path, learned);
        File.ReadAllText(path).ShouldBe(learned);
        WordTable.Read(learned).Write().ShouldBe(learned);
    }

    [Fact]
    public void The_table_holds_single_words_that_several_queries_share()
    {
        var table = WordTable.Read(ScenarioList.Resource("words.txt"));
        table.Counts.Count.ShouldBeGreaterThan(500);
        table.Counts.Values.ShouldAllBe(counts => counts.Sum() >= WordTable.FewestQueries);
        table.Counts.Keys.Where(feature => feature[0] != '#' && feature[2..].Any(c => !char.IsAsciiLetterLower(c) && c is not ('\'' or '’'))).ShouldBeEmpty();
    }

    [Fact]
    public void The_documented_accuracy_is_what_held_out_queries_give()
    {
        var path = Path.Combine(SourceFile.Root, "docs/scenarios.md");
        var table = Table(HeldOutScenarios.Of(AutoJ.Queries()));
        var (begin, end) = ("<!-- held-out begin -->\n", "<!-- held-out end -->");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        if (Writes) File.WriteAllText(path, page = string.Concat(page.AsSpan(0, from), table, page.AsSpan(to)));
        page.ShouldContain(table);
    }

    [Fact]
    public void Held_out_queries_are_guessed_far_better_than_by_chance()
    {
        var heldOut = HeldOutScenarios.Of(AutoJ.Queries());
        heldOut.Guesses.Count.ShouldBe(1392);
        heldOut.Accuracy.ShouldBeInRange(0.5, 0.65);
        heldOut.GroupAccuracy(ScenarioGroups.Published).ShouldBeInRange(0.68, 0.8);
        heldOut.Confusions().Sum(confusion => confusion.Count).ShouldBe((int)Math.Round(1392 * (1 - heldOut.Accuracy)));
        ScenarioList.All.Sum(scenario => heldOut.OfScenario(scenario.Name).Count).ShouldBe(1392);
    }

    // Labels shuffled over the queries teach nothing: what is left is what leaks.
    [Fact]
    public void Shuffled_labels_are_not_guessed()
    {
        var queries = AutoJ.Queries().DistinctBy(of => of.Query).ToList();
        var labels = queries.Select(of => of.Scenario).ToArray();
        new Random(4).Shuffle(labels);
        HeldOutScenarios.Of([.. queries.Zip(labels, (of, label) => of with { Scenario = label })]).Accuracy.ShouldBeLessThan(0.05);
    }

    [Theory]
    [InlineData("Write an email to my boss asking for a day off.", "writing_email")]
    [InlineData("Translate the following sentence into French: Good morning.", "text_to_text_translation")]
    [InlineData("Write a song about the rain, with a chorus.", "writing_song_lyrics")]
    [InlineData("Give me a recipe for pancakes.", "writing_cooking_recipe")]
    [InlineData("", "others")]
    [InlineData("你好", "others")]
    public void Plain_requests_are_told(string query, string scenario) => WordClassifier.Embedded.Classify(query).Name.ShouldBe(scenario);

    private static string Table(HeldOutScenarios heldOut)
    {
        var groups = ScenarioGroups.Published;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"Of {heldOut.Guesses.Count:N0} queries, {100 * heldOut.Accuracy:F1} % are given their scenario (one in 58 is 1.7 %) and {100 * heldOut.GroupAccuracy(groups):F1} % their group.\n\n");
        text.Append("| group | queries | group told | most often taken for |\n| --- | ---: | ---: | --- |\n");
        foreach (var group in groups.Names)
        {
            var (share, count) = heldOut.OfGroup(group, groups);
            text.Append(CultureInfo.InvariantCulture, $"| {group} | {count} | {100 * share:F0} % | {Worst(heldOut.Confusions(groups), group)} |\n");
        }
        text.Append("\n| scenario | queries | told | most often taken for |\n| --- | ---: | ---: | --- |\n");
        foreach (var scenario in ScenarioList.All)
        {
            var (share, count) = heldOut.OfScenario(scenario.Name);
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {count} | {100 * share:F0} % | {Worst(heldOut.Confusions(), scenario.Name)} |\n");
        }
        return text.ToString();
    }

    private static string Worst(IEnumerable<(string Told, string Guessed, int Count)> confusions, string name) =>
        string.Join(", ", confusions.Where(confusion => confusion.Told == name).Take(2).Select(confusion => $"{confusion.Guessed} {confusion.Count}"));
}
