using Prefdissect.Reporting;
using Prefdissect.Studies;

namespace Prefdissect.Cli;

/// <summary>Tells of responses with signs of manipulation wherever they count.</summary>
internal static class FlagNote
{
    /// <summary>Writes a note where there are any.</summary>
    public static void Write(Terminal terminal, Study study)
    {
        if (new StudyReader(study).FlaggedResponses() is > 0 and var flagged)
            terminal.Error.WriteLine($"note: {Rounded.Count(flagged, "response shows", "responses show")} signs of manipulation; ratings by a model may have followed them. See annotate --status.");
    }
}
