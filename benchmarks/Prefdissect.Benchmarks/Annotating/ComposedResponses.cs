using System.Text;

namespace Prefdissect.Benchmarks.Annotating;

/// <summary>Responses put together from sentences of our own: prose, lists, headings and code in turns.</summary>
public static class ComposedResponses
{
    private static readonly string[] Subjects =
    [
        "The river", "A patient gardener", "Your second draft", "The old bridge", "Every careful reader",
        "This recipe", "The committee", "A small engine",
    ];
    private static readonly string[] Verbs =
    [
        "explains", "might change", "certainly improves", "slowly carries", "depends on", "doesn't replace",
        "has always measured", "could support",
    ];
    private static readonly string[] Objects =
    [
        "the temperature of the water", "what people remember about a conversation",
        "an unexpectedly complicated arrangement", "several kinds of evidence", "the first hour of the morning",
        "a price that nobody mentioned", "most of the remaining furniture",
    ];
    private static readonly string[] Endings =
    [
        ".", ", because the season is short.", ", for example in March!", " (see the table below).",
        ", according to the keeper's notes.", "; please check it twice.",
    ];
    private static readonly string[] Closings =
    [
        "Let me know if you have any questions!", "I'm not sure that this answers it.",
        "Would you like a shorter version?", "I hope this helps.",
    ];

    /// <summary>A number of responses, the same for the same seed.</summary>
    public static IEnumerable<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => Response(random));
    }

    private static string Response(Random random)
    {
        var text = new StringBuilder();
        for (var blocks = random.Next(1, 7); blocks > 0; blocks--) text.Append(Block(random)).Append("\n\n");
        return text.Append(Closings[random.Next(Closings.Length)]).ToString();
    }

    private static string Block(Random random) => random.Next(6) switch
    {
        0 => "## " + Subjects[random.Next(Subjects.Length)] + "\n\n" + Prose(random, 4),
        1 => string.Join('\n', Enumerable.Range(1, 5).Select(item => $"{item}. **{Verbs[random.Next(Verbs.Length)]}**: {Prose(random, 1)}")),
        2 => string.Join('\n', Enumerable.Range(1, 4).Select(_ => "- " + Prose(random, 1))),
        3 => "```\nfor (var i = 0; i < rows; i++) total += weights[i];\n```\n" + Prose(random, 2),
        _ => Prose(random, random.Next(2, 8)),
    };

    private static string Prose(Random random, int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(random)));

    private static string Sentence(Random random) =>
        $"{Subjects[random.Next(Subjects.Length)]} {Verbs[random.Next(Verbs.Length)]} {Objects[random.Next(Objects.Length)]}{Endings[random.Next(Endings.Length)]}";
}
