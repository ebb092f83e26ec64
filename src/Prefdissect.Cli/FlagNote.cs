using Prefdissect.Dissecting;
using Prefdissect.Reporting;

namespace Prefdissect.Cli;

/// <summary>Tells of responses with signs of manipulation wherever they count.</summary>
internal static class FlagNote
{
    /// <summary>Writes a note where there are any in the study.</summary>
    public static void Write(Terminal terminal, int flaggedResponses)
    {
        if (flaggedResponses > 0)
            terminal.Error.WriteLine($"note: {Rounded.Count(flaggedResponses, "response shows", "responses show")} signs of manipulation; ratings by a model may have followed them. `prefdissect doctor` shows the places.");
    }

    /// <summary>Writes a note where pairs with such a response count in fits that are used.</summary>
    public static void Write(Terminal terminal, IEnumerable<JudgeFit> fits)
    {
        if (FlagText.Of(FlaggedFit.Among(fits)) is { } text) terminal.Error.WriteLine($"note: {text}");
    }
}
