using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Prefdissect.Annotating.Surface.Cues;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface;

/// <summary>A response, read once: its lines, sentences, words, marks and the phrases of the word lists in it. What the measures look at.</summary>
public sealed class ReadText
{
    private const int ShortestWindow = 10;
    private const double WhollyQuoted = 0.8;

    private static readonly FrozenSet<ulong> Abbreviations = CueBook.Set("abbreviations");

    private readonly List<Line> lines;
    private readonly List<Word> words;
    private readonly List<Sentence> sentences;
    private readonly List<Mark> marks;
    private readonly List<CueHit> hits;
    private readonly int[] hitsOfList;

    private ReadText(string text, CueBook book)
    {
        Text = text;
        Book = book;
        lines = LineReader.Read(text);
        var prose = new ProseReader(text, Abbreviations);
        prose.Read(lines);
        (words, sentences, marks) = (prose.Words, prose.Sentences, prose.Marks);
        var language = LanguageTest.Read(Words);
        IsEnglish = language.IsEnglish;
        QuotedShare = words.Count == 0 ? 0 : (double)language.Quoted / words.Count;
        hits = IsEnglish ? book.Automaton.Find(text, Words, QuotedShare > WhollyQuoted ? WordMarks.None : WordMarks.Quoted) : [];
        hitsOfList = new int[book.Automaton.Lists];
        foreach (var hit in hits) hitsOfList[hit.List]++;
    }

    /// <summary>The text as it came.</summary>
    public string Text { get; }

    /// <summary>The word lists it was searched for.</summary>
    public CueBook Book { get; }

    /// <summary>Whether nothing speaks for another language than English (<see cref="LanguageTest"/>).</summary>
    public bool IsEnglish { get; }

    /// <summary>Share of the words that stand in quotation marks, block quotations or inline code, 0–1.</summary>
    public double QuotedShare { get; }

    /// <summary>The lines, blank ones and code included.</summary>
    public ReadOnlySpan<Line> Lines => CollectionsMarshal.AsSpan(lines);

    /// <summary>The words of the prose.</summary>
    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>The sentences of the prose.</summary>
    public ReadOnlySpan<Sentence> Sentences => CollectionsMarshal.AsSpan(sentences);

    /// <summary>Bold spans, links, references, quotations, emoji and bursts of exclamation marks.</summary>
    public ReadOnlySpan<Mark> Marks => CollectionsMarshal.AsSpan(marks);

    /// <summary>The phrases of the word lists that were found.</summary>
    public ReadOnlySpan<CueHit> Hits => CollectionsMarshal.AsSpan(hits);

    /// <summary>Reads a text with the embedded word lists.</summary>
    public static ReadText Of(string text) => Of(text, CueBook.Embedded);

    /// <summary>Reads a text with given word lists.</summary>
    public static ReadText Of(string text, CueBook book)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(book);
        return new(text, book);
    }

    /// <summary>How many phrases of a list were found.</summary>
    public int Found(int list) => hitsOfList[list];

    /// <summary>How many marks of a kind there are.</summary>
    public int Count(MarkKind kind)
    {
        var count = 0;
        foreach (var mark in marks) count += mark.Kind == kind ? 1 : 0;
        return count;
    }

    /// <summary>
    /// An amount per ten sentences, where a text of fewer than ten counts as ten: so a short text is rated by how often something stands in it, and a long
    /// one by how dense it is.
    /// </summary>
    public double PerTenSentences(double amount) => amount * ShortestWindow / Math.Max(ShortestWindow, sentences.Count);
}
