using System.Collections.Frozen;
using Prefdissect.Annotating.Surface.Cues;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Annotating.Surface;

/// <summary>
/// Whether a text is in another language than English. English is what remains where nothing speaks against it, so that a name, a number or code alone is
/// rated. Against it speak: at least half of the letters are of another script; in at least <see cref="FewestWords"/> words, function words of other
/// languages outnumber the English ones and are at least one word in twelve; or hardly any English function word and many accented words.
/// </summary>
public static class LanguageTest
{
    /// <summary>The fewest words by which a language in Latin script is told.</summary>
    public const int FewestWords = 6;

    private const double OtherScriptShare = 0.5;
    private const double ForeignShare = 1.0 / 12, AccentedShare = 0.15, EnglishShare = 0.05;

    private static readonly FrozenSet<ulong> English = CueBook.Set("english");
    private static readonly FrozenSet<ulong> Foreign = CueBook.Set("foreign");

    /// <summary>The verdict on the words of a text, and how many of them are quoted.</summary>
    public static (bool IsEnglish, int Quoted) Read(ReadOnlySpan<Word> words)
    {
        int quoted = 0, letters = 0, otherLetters = 0, english = 0, foreign = 0, accented = 0, spelled = 0;
        foreach (var word in words)
        {
            if (word.Is(WordMarks.Quoted)) quoted++;
            letters += word.Letters;
            if (word.Letters == 0) continue;
            spelled++;
            if (word.Is(WordMarks.OtherScript)) otherLetters += word.Letters;
            else if (English.Contains(word.Hash)) english++;
            else if (Foreign.Contains(word.Hash)) foreign++;
            if (word.Is(WordMarks.Accented)) accented++;
        }
        if (letters > 0 && otherLetters >= OtherScriptShare * letters) return (false, quoted);
        if (spelled < FewestWords) return (true, quoted);
        var otherWords = foreign > english && foreign >= ForeignShare * spelled;
        var otherLook = accented >= AccentedShare * spelled && english < EnglishShare * spelled;
        return (!otherWords && !otherLook, quoted);
    }
}
