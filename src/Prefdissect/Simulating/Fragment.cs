namespace Prefdissect.Simulating;

/// <summary>
/// A sentence with slots. <c>{a|b}</c> is a choice, <c>{name}</c> a word of the list with that name, and <c>{topic}</c>, <c>{aspect}</c>, <c>{fact}</c>
/// and <c>{slug}</c> come from the topic; a leading <c>^</c> or <c>$</c> says its place; a capital first letter (<c>{Topic}</c>) asks for one in the text.
/// </summary>
internal sealed class Fragment
{
    private readonly Segment[] segments;

    private Fragment(Segment[] segments, Place place)
    {
        this.segments = segments;
        Place = place;
    }

    /// <summary>Where in a response it may stand.</summary>
    public Place Place { get; }

    /// <summary>Reads a fragment.</summary>
    /// <exception cref="InvalidDataException">A brace is not closed, or a list is unknown.</exception>
    public static Fragment Parse(string line, IReadOnlyDictionary<string, string[]> lists)
    {
        var place = line[0] switch { '^' => Place.Opening, '$' => Place.Closing, _ => Place.Body };
        var rest = place == Place.Body ? line.AsSpan() : line.AsSpan(1).TrimStart();
        var segments = new List<Segment>();
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{');
            if (open < 0) open = rest.Length;
            if (open > 0) segments.Add(new Segment(TopicSlot.None, [rest[..open].ToString()], false));
            if (open == rest.Length) break;
            var close = rest[open..].IndexOf('}');
            if (close < 0) throw new InvalidDataException($"The fragment '{line}' opens a slot that it does not close.");
            segments.Add(Slot(rest.Slice(open + 1, close - 1).ToString(), lists, line));
            rest = rest[(open + close + 1)..];
        }
        return new Fragment([.. segments], place);
    }

    /// <summary>The sentence with its slots filled.</summary>
    public string Fill(Topic topic, ref DeterministicRandom random)
    {
        // One sentence names an aspect or a fact once: the first is drawn, further ones follow it.
        var aspect = random.Below(topic.Aspects.Length);
        var fact = random.Below(topic.Facts.Length);
        var parts = new string[segments.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var segment = segments[i];
            var text = segment.Slot switch
            {
                TopicSlot.Topic => topic.Name,
                TopicSlot.Aspect => topic.Aspects[aspect++ % topic.Aspects.Length],
                TopicSlot.Fact => topic.Facts[fact++ % topic.Facts.Length],
                TopicSlot.Slug => topic.Slug,
                _ => segment.Choices.Length == 1 ? segment.Choices[0] : random.Pick(segment.Choices),
            };
            parts[i] = segment.Capital ? Capitals.First(text) : text;
        }
        return string.Concat(parts);
    }

    private static Segment Slot(string name, IReadOnlyDictionary<string, string[]> lists, string line)
    {
        if (name.Contains('|')) return new Segment(TopicSlot.None, name.Split('|'), false);
        var capital = char.IsUpper(name[0]);
        var key = name.ToLowerInvariant();
        if (Enum.TryParse<TopicSlot>(key, ignoreCase: true, out var slot)) return new Segment(slot, [], capital);
        return lists.TryGetValue(key, out var words)
            ? new Segment(TopicSlot.None, capital ? Array.ConvertAll(words, Capitals.First) : words, false)
            : throw new InvalidDataException($"The fragment '{line}' has the slot '{name}', which is neither a list of words nor taken from the topic.");
    }

    private enum TopicSlot
    {
        None,
        Topic,
        Aspect,
        Fact,
        Slug,
    }

    private readonly record struct Segment(TopicSlot Slot, string[] Choices, bool Capital);
}
