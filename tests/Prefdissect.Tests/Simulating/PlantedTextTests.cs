using System.Text.RegularExpressions;
using Prefdissect.Annotating.Surface.Reading;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using static Prefdissect.Tests.Simulating.SimulatedStudies;

namespace Prefdissect.Tests.Simulating;

public partial class PlantedTextTests
{
    [Fact]
    public void The_planted_length_is_the_number_of_words_of_the_text()
    {
        foreach (var (text, ratings) in Responses()) ratings[Id("lengthy")].Value.ShouldBe(WordCount.Of(text));
    }

    [Fact]
    public void Every_basic_property_is_rated_0_to_3_and_the_others_where_they_are_called_for()
    {
        foreach (var pair in OfPublishedSize)
        {
            foreach (var ratings in new[] { pair.RatingsA, pair.RatingsB })
            {
                ratings.Count.ShouldBe(29);
                for (var id = 0; id < 20; id++) ratings[id].Value.ShouldBeInRange(0, 3);
                ratings[Id("clarify intent")].IsMeasured.ShouldBe(pair.Traits.IsUnclear);
                ratings[Id("show empathetic")].IsMeasured.ShouldBe(pair.Traits.ExpressesFeelings);
                ratings[Id("satisfy constraints")].IsMeasured.ShouldBe(pair.Traits.Constraints.Count > 0);
                ratings[Id("support stances")].IsMeasured.ShouldBe(pair.Traits.Stances.Count > 0);
                ratings[Id("correct mistakes")].IsMeasured.ShouldBe(pair.Traits.Mistakes.Count > 0);
                ratings.ShouldNotContain(rating => rating.State == RatingState.NotMeasured || rating.State == RatingState.Failed);
            }
        }
    }

    [Fact]
    public void Each_level_of_a_cue_puts_as_many_of_its_sentences_into_the_text()
    {
        var sections = Sections("cues");
        foreach (var cue in PlantedCue.All)
        {
            var marks = sections[cue.Pool].Select(Mark).ToArray();
            marks.ShouldAllBe(mark => mark.Length >= 5, cue.Pool);
            foreach (var (text, ratings) in Responses().Take(3000))
            {
                marks.Sum(mark => Count(text, mark)).ShouldBe(cue.Counts[(int)ratings[cue.Property].Value], $"{cue.Pool} in: {text}");
            }
        }
    }

    [Fact]
    public void Formatting_goes_from_one_block_to_headings_lists_and_tables()
    {
        foreach (var (text, ratings) in Responses())
        {
            var level = (int)ratings[Id("well formatted")].Value;
            text.Contains("\n\n").ShouldBe(level > 0, text);
            text.Contains("\n- ").ShouldBe(level >= 2, text);
            text.Contains("**").ShouldBe(level >= 2, text);
            (text.StartsWith("## ") || text.Contains("\n## ")).ShouldBe(level == 3, text);
            (text.Contains("| --- |") || text.Contains("```")).ShouldBe(level == 3, text);
        }
    }

    [Fact]
    public void Steps_go_from_none_to_numbered()
    {
        foreach (var (text, ratings) in Responses())
        {
            var level = (int)ratings[Id("step-by-step")].Value;
            (text.Contains("Step 1: ") || text.Contains("\n1. ")).ShouldBe(level == 3, text);
            Ordinals().Count(text).ShouldBe(level == 2 ? 1 : 0, text);
        }
    }

    [Fact]
    public void Repetition_repeats_sentences()
    {
        foreach (var (text, ratings) in Responses())
        {
            var level = (int)ratings[Id("non-repetitive")].Value;
            var sentences = Breaks().Split(text).Select(sentence => Openers().Replace(sentence, "")).Where(sentence => sentence.Length > 14).ToArray();
            (sentences.Length - sentences.Distinct().Count()).ShouldBeGreaterThanOrEqualTo(level == 0 ? 0 : 1, text);
            if (level == 0) sentences.Length.ShouldBe(sentences.Distinct().Count(), text);
        }
    }

    [Fact]
    public void Planted_errors_stand_in_the_text_and_no_others()
    {
        var claims = Corpus.Shared.Scenarios.SelectMany(scenario => scenario.Topics).SelectMany(topic => topic.Claims).ToArray();
        foreach (var pair in OfPublishedSize.Where(pair => pair.Traits.Mistakes.Count == 0).Take(1000))
        {
            foreach (var (text, ratings) in new[] { (pair.A.Text, pair.RatingsA), (pair.B.Text, pair.RatingsB) })
            {
                for (var severity = 1; severity <= 3; severity++)
                {
                    var rating = ratings[Id("no minor errors") + severity - 1];
                    claims.Count(claim => text.Contains(claim[severity], StringComparison.Ordinal)).ShouldBe(rating.IsMeasured ? (int)rating.Value : 0, text);
                }
            }
        }
    }

    [Fact]
    public void Slips_are_planted_in_responses_of_poor_grammar_only()
    {
        var vocabulary = OfPublishedSize.SelectMany(pair => new[] { (pair.A.Text, pair.RatingsA), (pair.B.Text, pair.RatingsB) })
            .Where(response => response.Item2[Id("grammarly correct")].Value == 3)
            .SelectMany(response => Letters().Matches(response.Text).Select(match => match.Value)).ToHashSet();
        var unknown = Responses()
            .GroupBy(response => (int)response.Ratings[Id("grammarly correct")].Value)
            .ToDictionary(level => level.Key, level => level.Average(response => Letters().Matches(response.Text).Count(match => !vocabulary.Contains(match.Value))));
        unknown[3].ShouldBe(0);
        unknown[2].ShouldBeInRange(0.8, 1.6);
        unknown[1].ShouldBeInRange(2.4, 4);
        unknown[0].ShouldBeInRange(4.8, 8);
    }

    [Fact]
    public void No_slot_is_left_open()
    {
        foreach (var text in Responses().Select(response => response.Text).Concat(OfPublishedSize.Select(pair => pair.Query.Text)))
        {
            text.IndexOfAny(['{', '}', '%', '@', '$', '^', '\t']).ShouldBe(-1, text);
            Doubled().IsMatch(text.Split("```") is { Length: 3 } parts ? parts[0] + parts[2] : text).ShouldBeFalse(text);
        }
    }

    private static Dictionary<string, string[]> Sections(string file)
    {
        using var reader = new StreamReader(typeof(StudySimulator).Assembly.GetManifestResourceStream($"Prefdissect.Simulating.Fragments.{file}.txt")!);
        return reader.ReadToEnd().Split("\n[").Skip(1).Select(section => section.Split("]\n", 2))
            .ToDictionary(section => section[0], section => section[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The longest part of a fragment that no slot changes.</summary>
    private static string Mark(string fragment) => Slots().Split(fragment.TrimStart('^', '$')).MaxBy(part => part.Length)!;

    private static int Count(string text, string mark) => text.Split(mark).Length - 1;

    [GeneratedRegex(@"\b[a-z]{3,}\b")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slots();

    [GeneratedRegex(@"(?<=[.!?]""?|[;:]-?\))\s+|\n+|\*\* ")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"^(- |Again: |As said above: |To say it once more: |Once again: |I repeat: |As already mentioned: )+")]
    private static partial Regex Openers();

    [GeneratedRegex(@"(First|To begin|At the start), [^.]*\. (Then|Next|Second), ")]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"[^\n]  |\.\.|,,| ,| \.( |$)")]
    private static partial Regex Doubled();
}
