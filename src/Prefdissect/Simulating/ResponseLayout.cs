using System.Text;

namespace Prefdissect.Simulating;

/// <summary>
/// Lays a draft out. Format 0 is one block; 1 has paragraphs; 2 adds a list and bold type; 3 adds headings, a bold label on every item, and a table
/// or a code block.
/// </summary>
internal sealed class ResponseLayout(Corpus corpus)
{
    private const int NumberedSteps = 3;

    /// <summary>The text of a draft.</summary>
    public string Write(Draft draft, Topic topic, int format, int stepLevel, ref DeterministicRandom random)
    {
        var blocks = new List<string>();
        AddBlock(blocks, [.. draft.First is null ? [] : new[] { draft.First }, .. draft.Opening]);
        if (format < 2) AddParagraphs(blocks, draft.Body, ref random);
        else AddWithList(blocks, draft.Body, topic, format, ref random);
        if (draft.Steps.Count > 0) AddSteps(blocks, draft.Steps, topic, format, stepLevel, ref random);
        if (format == 3) blocks.Add(topic.Code.Length > 0 ? "```\n" + string.Join('\n', topic.Code) + "\n```" : Table(topic, ref random));
        AddBlock(blocks, [.. draft.Closing, .. draft.Last is null ? [] : new[] { draft.Last }]);
        return string.Join(format == 0 ? " " : "\n\n", blocks);
    }

    private static void AddBlock(List<string> blocks, string[] sentences)
    {
        if (sentences.Length > 0) blocks.Add(string.Join(' ', sentences));
    }

    private static void AddParagraphs(List<string> blocks, IReadOnlyList<string> sentences, ref DeterministicRandom random)
    {
        for (var from = 0; from < sentences.Count;)
        {
            var count = Math.Min(2 + random.Below(3), sentences.Count - from);
            blocks.Add(string.Join(' ', sentences.Skip(from).Take(count)));
            from += count;
        }
    }

    private void AddWithList(List<string> blocks, IReadOnlyList<string> body, Topic topic, int format, ref DeterministicRandom random)
    {
        var before = body.Count > 5 ? 1 + random.Below(3) : 0;
        var items = Math.Min(body.Count - before, 3 + random.Below(4));
        if (format == 3) blocks.Add("## " + From("heading", topic, ref random));
        AddParagraphs(blocks, [.. body.Take(before)], ref random);
        if (format == 2) blocks.Add($"**{From("label", topic, ref random)}**");
        blocks.Add(Bullets([.. body.Skip(before).Take(items)], topic, format, ref random));
        var rest = body.Skip(before + items).ToArray();
        if (format == 3 && rest.Length > 3) blocks.Add("## " + From("later heading", topic, ref random));
        AddParagraphs(blocks, rest, ref random);
    }

    private string Bullets(string[] items, Topic topic, int format, ref DeterministicRandom random)
    {
        var pool = corpus.Pool("item label");
        var labels = random.Choose(items.Length, pool.Length);
        var text = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) text.Append('\n');
            text.Append("- ");
            if (format == 3)
            {
                text.Append("**");
                text.Append(pool[labels[i]].Fill(topic, ref random)).Append(":** ");
            }
            text.Append(items[i]);
        }
        return text.ToString();
    }

    private void AddSteps(List<string> blocks, List<string> steps, Topic topic, int format, int level, ref DeterministicRandom random)
    {
        if (level == NumberedSteps)
        {
            if (format == 3) blocks.Add("## " + From("step heading", topic, ref random));
            var numbered = steps.Select((step, i) => $"{(format >= 2 ? $"{i + 1}." : $"Step {i + 1}:")} {Capitals.First(step)}.");
            blocks.Add(string.Join(format >= 2 ? "\n" : " ", numbered));
            return;
        }
        var lead = random.Below(3);
        var text = new StringBuilder(level == 1
            ? $"{Pick(lead, "First", "To start with", "To begin")}, {steps[0]}, and {Pick(lead, "then", "after that", "next")} {steps[1]}."
            : $"{Pick(lead, "First", "To begin", "At the start")}, {steps[0]}. {Pick(lead, "Then", "Next", "Second")}, {steps[1]}. "
                + $"{Pick(lead, "After that", "Then", "Third")}, {steps[2]}. {Pick(lead, "Finally", "Last of all", "In the end")}, {steps[3]}.");
        blocks.Add(text.ToString());
    }

    private string Table(Topic topic, ref DeterministicRandom random)
    {
        var text = new StringBuilder("| ").Append(From("table heading", topic, ref random)).Append(" |\n| --- | --- |");
        var pool = corpus.Pool("table remark");
        var remarks = random.Choose(topic.Aspects.Length, pool.Length);
        for (var i = 0; i < topic.Aspects.Length; i++)
        {
            text.Append("\n| ").Append(topic.Aspects[i]).Append(" | ").Append(pool[remarks[i]].Fill(topic, ref random)).Append(" |");
        }
        return text.ToString();
    }

    private string From(string pool, Topic topic, ref DeterministicRandom random) => random.Pick(corpus.Pool(pool)).Fill(topic, ref random);

    private static string Pick(int index, string first, string second, string third) => index switch { 0 => first, 1 => second, _ => third };
}
